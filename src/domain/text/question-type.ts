import { quantitiesIn } from './quantities.ts';

/** What kind of thing a question asks for; `any` where its form does not tell. */
export type QuestionType = 'figure' | 'date' | 'person' | 'quotation' | 'any';

const asksFor: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'quotation',
    /\b(?:what|which) (?:phrase|words?|term|expression|slogan)\b|什么词|什麼詞|怎么形容|怎麼形容/iu,
  ],
  [
    'date',
    /^(?:by |since |until |from )?when\b|\b(?:on|in) (?:what|which) (?:day|date|year|month)\b|\bwhat (?:day|date|year)\b|何时|何時|什么时候|什麼時候|哪一?[天年月]|几[时月年]|幾[時月年]/iu,
  ],
  [
    'figure',
    /\bhow (?:many|much|large|big|long|high|far back)\b|\b(?:what|which) (?:share|percentage|proportion|amount|sum|price|fines?|penalt(?:y|ies)|number|bail)\b|多少|几[个家名项]|幾[個家名項]/iu,
  ],
  [
    'person',
    /^who\b|\bwhom?\b|\bwhich (?:[\p{Lu}]\p{L}+ )?(?:judge|minister|president|chairman|chief|senator|lawmaker|secretary|official|executive|commissioner|spokes\w+|person|ambassador|lawyer)\b|谁|誰|哪位|哪名/iu,
  ],
];

const dateWords =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|last (?:week|month|year)|end of (?:the|this) year)\b|[年月]\d|\d[年月日]|[周週]\p{Script=Han}|昨[天日]|今[天日]|星期/iu;

/** Two capitalized words that are not at a sentence's start, or a Han name with a title before or after it. */
const personWords =
  /(?:\p{Lu}\p{Ll}+|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.?|Rep\.?|Judge|Justice) (?:\p{Lu}\.? )?\p{Lu}\p{L}+|(?:总统|總統|首相|总理|總理|部长|部長|大臣|发言人|發言人|法官|主席|大使)/u;

export function questionTypeOf(question: string): QuestionType {
  return asksFor.find(([, form]) => form.test(question))?.[0] ?? 'any';
}

/** The role a question asks a person by ("which judge"): an answer must speak of one. */
export function roleAskedFor(question: string): string | null {
  const match =
    /\bwhich (?:\p{Lu}\p{L}+ )?(judge|minister|president|chairman|senator|lawmaker|secretary|commissioner|ambassador|lawyer)\b/iu.exec(
      question,
    );
  return match?.[1]?.toLowerCase() ?? null;
}

/** Whether a sentence holds a thing of the kind asked for. */
export function canAnswer(sentence: string, type: QuestionType): boolean {
  switch (type) {
    case 'figure':
      return quantitiesIn(sentence).length > 0 || /\d/.test(sentence);
    case 'date':
      return dateWords.test(sentence);
    case 'person':
      return personWords.test(sentence);
    case 'quotation':
      return /["“”„«「『]/u.test(sentence);
    case 'any':
      return true;
  }
}
