import type { BriefMaterial, SourceSentence } from '../../src/domain/brief.ts';

/** Where a sentence stands in the material; both count from 0. */
export interface SentencePlace {
  readonly articleRank: number;
  readonly sentenceRank: number;
}

const tierPoints = { primary: 1.5, wire: 0.5, commentary: 0 } as const;

/** Words of decisions and their effects, whatever the subject. */
const action =
  /\b(?:announc\w*|ban(?:s|ned|ning)?|bar(?:s|red)|approv\w*|licen[sc]\w*|sanction\w*|restrict\w*|prohibit\w*|revok\w*|grant(?:s|ed)?|suspend\w*|extend\w*|expir\w*|effective|rul(?:e|es|ed|ing)|order(?:s|ed)|fin(?:e|es|ed)|charg(?:e|es|ed)|indict\w*|sue[sd]?|settle\w*|add(?:s|ed)|remov\w*|tariff\w*|export\w*|require\w*|agree[sd]?|reject\w*|halt\w*|block\w*)\b|宣布|發布|发布|禁止|批准|许可|許可|制裁|限制|出口|管制|清单|清單|罚款|罰款|起诉|起訴|撤销|撤銷|延长|延長|生效|列入|加征|要求/iu;
/** Leans on a sentence that is not shown. */
const leaning =
  /^["“‘]?(?:however|but|and|yet|still|meanwhile|it|its|he|she|they|this|that|these|those|his|her|their|such|also|instead|so|then|nevertheless|moreover|in addition|for example)\b|^(?:但|不过|不過|然而|此外|同时|同時|他|她|其|这|這|该|該|因此|而)/iu;

/** Higher is better; about 0 to 10. Position weighs most, then what is new, then what can be checked. */
export function scoreSentence(source: SourceSentence, place: SentencePlace, material: BriefMaterial): number {
  const { text, article, isNew } = source;
  const position = 3 / (1 + place.sentenceRank) - 0.3 * Math.min(place.articleRank, 5);
  const language = article.lang.startsWith(material.lang) || material.lang === 'und' ? 0 : -4;
  return (
    position +
    language +
    (isNew ? 2.5 : 0) +
    tierPoints[article.tier] +
    informationPoints(text) +
    lengthPoints(text) -
    (leaning.test(text) ? 1.5 : 0)
  );
}

function informationPoints(text: string): number {
  const figures = text.match(/\d[\d.,]*/g)?.length ?? 0;
  const names = text.match(/(?<=\S\s)\p{Lu}[\p{L}.]+/gu)?.length ?? 0;
  return 0.4 * Math.min(figures, 3) + 0.2 * Math.min(names, 4) + (action.test(text) ? 1 : 0);
}

/** Han text says in one character what takes English about three. */
function lengthPoints(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const length = text.length + 2 * han;
  if (length > 450) return -2;
  return length < 60 || length > 320 ? -0.5 : 0.5;
}
