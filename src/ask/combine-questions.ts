import { questionTypeOf } from '../domain/text/question-type.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { entitiesOf, withoutNames } from './names-in.ts';

const joiner = /^(?:(?:and|but|so|then|also)\b[\s,]*|那么?|那麼)/iu;
/** What asks in a question; without it the subject is left. */
const askingPhrase =
  /\b(?:when|whom?|whose|what|which|how(?: (?:many|much|large|big|long|high|far back))?)\b|何时|何時|什么时候|什麼時候|哪一?[天年月]|多少|[几幾][个個家名项項]|谁|誰|哪位|哪名/giu;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/**
 * A question that points back, with the one before it: what it asks and names takes the place of what that one asked and
 * named. "And when?" after "Which judge upheld the ban?" asks when the judge upheld it; "What about ZTE?" after "When
 * was Huawei listed?" asks it of ZTE alone.
 */
export function combineQuestions(question: string, before: string, lexicon: TopicLexicon): string {
  const own = question.replace(joiner, '');
  const rest = withoutYears(withoutRivals(before, own, lexicon), own).trim();
  // What kind of thing is asked for is told by how a question begins.
  if (questionTypeOf(own) === 'any') return `${rest} and ${own}`;
  return `${own} and ${rest.replaceAll(askingPhrase, ' ').trim()}`;
}

function withoutYears(before: string, own: string): string {
  return own.search(year) === -1 ? before : before.replaceAll(year, ' ');
}

/** Without the names of the same kind as those of the question; without its first subject for a name nobody knows. */
function withoutRivals(before: string, own: string, lexicon: TopicLexicon): string {
  const named = entitiesOf(own, lexicon);
  const rivals = entitiesOf(before, lexicon).filter(({ id }) => !named.some((entity) => entity.id === id));
  const kinds = new Set(named.map(({ kind }) => kind));
  if (kinds.size > 0) {
    return rivals
      .filter(({ kind }) => kinds.has(kind))
      .reduce((rest, entity) => withoutNames(rest, entity), before);
  }
  const [subject] = rivals.filter(({ kind }) => kind !== 'list' && kind !== 'law');
  return subject && isBareName(own) ? withoutNames(before, subject) : before;
}

/** "What about Zentara?", "Zentara?": a name is all that is asked for. */
function isBareName(own: string): boolean {
  const rest = own.replace(/^(?:what|how) (?:about|of) /i, '').replace(/^the /i, '');
  return /^\p{Lu}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}\p{N}.-]*)*\s*\??$/u.test(rest);
}
