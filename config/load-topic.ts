import { z } from 'zod';
import type { Topic } from '../src/domain/topic.ts';
import { checkShape, keyText } from './check-shape.ts';
import type { ConfigProblem } from './config-problem.ts';
import * as kind from './setting-kinds.ts';
import { type KeyPath, parseYaml } from './yaml-file.ts';

const weight = { min: -20, max: 20, example: 1.5 };
const entityKinds = ['company', 'agency', 'person', 'place', 'list', 'law', 'product', 'concept'] as const;

const topicSchema = z.strictObject({
  id: kind.shortName('the name of the topic'),
  name: kind.plainText('the title of the topic'),
  threshold: kind.decimal({ min: 0, max: 1, example: 0.5 }),
  termGroups: z.array(
    z.strictObject({
      name: kind.plainText('the name of the group'),
      weight: kind.decimal(weight),
      nearEntity: kind.yesOrNo().default(false),
      terms: z.array(kind.plainText('a term')),
    }),
  ),
  entities: z.array(
    z.strictObject({
      id: kind.shortName('the short name of the entity'),
      name: kind.plainText('the name of the entity'),
      kind: kind.oneOf(entityKinds),
      weight: kind.decimal(weight).default(0),
      aliases: z.array(kind.plainText('an alias')).default([]),
    }),
  ),
  nearMisses: z
    .array(
      z.strictObject({
        phrase: kind.plainText('the misleading phrase'),
        reason: kind.plainText('what the phrase means instead'),
      }),
    )
    .default([]),
});

export type TopicReading =
  | { readonly kind: 'ok'; readonly topic: Topic }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

/** Reads a topic file; its keys are the fields of `Topic`. `name` is the file's name without its ending. */
export function loadTopic(text: string, fileName: string, name: string): TopicReading {
  const file = parseYaml(text, fileName);
  if (file.kind === 'broken') return { kind: 'invalid', problems: file.problems };
  const checked = checkShape(topicSchema, file.value, file.where);
  if (checked.kind === 'misfits') return { kind: 'invalid', problems: checked.problems };
  const topic: Topic = checked.value;
  const tell = (path: KeyPath, problem: string, wayOut: string): ConfigProblem => {
    return { key: keyText(path), where: file.where(path), value: null, problem, wayOut };
  };
  const problems = [...idProblems(topic, name, tell), ...termProblems(topic, tell)];
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', topic };
}

type Tell = (path: KeyPath, problem: string, wayOut: string) => ConfigProblem;

function idProblems(topic: Topic, name: string, tell: Tell): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (topic.id !== name) {
    problems.push(
      tell(['id'], `it must be ${name}, like the file`, `Write id: ${name}, or rename the file.`),
    );
  }
  if (topic.termGroups.length + topic.entities.length === 0) {
    problems.push(tell(['termGroups'], 'nothing is watched for', 'Name at least one term or entity.'));
  }
  const ids = topic.entities.map(({ id }) => id);
  for (const index of repeatedAt(ids)) {
    const problem = `the entity id ${ids[index]} is taken already`;
    problems.push(
      tell(['entities', index, 'id'], problem, 'Merge the two entities, or give one another id.'),
    );
  }
  return problems;
}

function termProblems(topic: Topic, tell: Tell): readonly ConfigProblem[] {
  const lists = [
    ...topic.termGroups.map(({ terms }, index) => ({ path: ['termGroups', index, 'terms'], words: terms })),
    ...topic.entities.map(({ aliases }, index) => ({ path: ['entities', index, 'aliases'], words: aliases })),
  ];
  return lists.flatMap(({ path, words }) => [
    ...repeatedAt(words).map((index) =>
      tell([...path, index], `${words[index]} stands twice in this list`, 'Remove one of the two.'),
    ),
    ...words.flatMap((word, index) => {
      if (!/\*(?!$|\s)|(?:^|\s)\*/.test(word)) return [];
      const problem = 'the * stands for any ending, so it must be the last character of a word';
      return [tell([...path, index], problem, 'Write for example sanction*.')];
    }),
  ]);
}

/** Indexes of the items that stand earlier in the list too. Case counts: terms in capitals match capitals only. */
function repeatedAt(items: readonly string[]): readonly number[] {
  return items.flatMap((item, index) => (items.indexOf(item) < index ? [index] : []));
}
