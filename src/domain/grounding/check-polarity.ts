import type { Grounds } from './grounds.ts';

/** Says no outright. "No. 5", "not only" and Chinese words that merely hold the character do not. */
const negation =
  /\b(?:not(?! only\b)|cannot|never|none|nor|neither|nobody|nothing|den(?:y|ies|ied|ying))\b|n't\b|\bno\b(?!\.? ?\d)|不(?!仅|僅|但|过|過|少|同|断|斷|论|論|久|管|止|得不|光|只|乏|锈|銹|动产)|(?<!前|展)未(?!来|來|必)|没有|沒有|没能|沒能|并非|並非|无法|無法|无意|無意|否认|否認|拒不/giu;

/** Denies by its meaning: grounds a "not" that says the same in other words. */
const soft =
  /\b(?:declin|refus|reject|fail|lack|ban|bar|prohibit|block|stop|halt|without|unable|absent|avoid|prevent|forbid|forbade|exempt|exclud|unlikely|unlicens|unauthori|unwilling|unclear)\w*|拒绝|拒絕|禁止|停止|无|無|缺乏|豁免|排除/giu;

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:rise|rises|rose|risen|rising|increas\w*|grew|grow|grown|grows|climb\w*|jump\w*|surg\w*|soar\w*|gain\w*)\b|上升|增长|增長|增加|上涨|上漲/giu,
    /\b(?:fall|falls|fell|fallen|falling|decreas\w*|dropp?\w*|slump\w*|plung\w*|shrank|shrink\w*|shrunk|declines?)\b|下降|减少|減少|下跌|下滑/giu,
  ],
  [
    /\b(?:lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|relax\w*|loosen\w*|repeal\w*)\b|解除|放宽|放寬/giu,
    /\b(?:tighten\w*|impos\w*|toughen\w*|expand(?:s|ed|ing)?)\b|收紧|收緊|实施|實施|加强|加強/giu,
  ],
  [
    /\b(?:allow\w*|permit(?:s|ted|ting)?|approv\w*|grant(?:s|ed|ing)?)\b|允许|允許|批准/giu,
    /\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|prohibit\w*|block(?:s|ed|ing)?|reject\w*|refus\w*|revok\w*|forbid\w*|forbade)\b|禁止|拒绝|拒絕|驳回|駁回|撤销|撤銷/giu,
  ],
  [/\badd(?:s|ed|ing)?\b|列入|加入/giu, /\bremov\w*|\bdelist\w*|移出|移除/giu],
  [/\b(?:win|wins|won)\b|胜诉|勝訴/giu, /\b(?:lose|loses|lost)\b|败诉|敗訴/giu],
  [/\bbefore\b|之前/giu, /\bafter\b|之后|之後/giu],
];

/** Leaves open whether it is so. */
const hedge =
  /\b(?:alleg\w*|reportedly|accus\w*|consider\w*|might|may(?! \d)|could|would|propos\w*|plan(?:s|ned|ning)?|expect\w*|likely|possibl[ey]|perhaps|rumou?r\w*|suspect\w*|seek(?:s|ing)?|intend\w*|mull\w*|weigh(?:s|ed|ing)?|draft|appear\w*|according|sa(?:ys?|id|ying)|claim\w*|threat\w*|want\w*|urg\w*|want\w*|hop\w*|aim\w*|if|unless)\b|可能|涉嫌|拟|擬|考虑|考慮|据报|據報|计划|計劃|或将|或將|预计|預計|据称|據稱|称|稱|表示|指控|建议|建議|希望|如果|威胁|威脅/giu;
/** Of these, the ones that a summary must not lose. */
const doubt =
  /\b(?:allegedly|alleged|alleges|reportedly|accused|accuses|considering|might|proposed|proposes|proposing|mulling|weighing|rumou?red|suspected|threatened|threatens)\b|涉嫌|考虑|考慮|据报|據報|据称|據稱|或将|或將|拟|擬/giu;

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

function words(pattern: RegExp, text: string): readonly string[] {
  return (text.match(pattern) ?? []).map((word) => word.toLowerCase().slice(0, 4));
}

/** How often `text` denies, outright or in words that `other` does not use. */
function denials(text: string, other: string): number {
  const shared = new Set(words(soft, other));
  return words(negation, text).length + words(soft, text).filter((word) => !shared.has(word)).length;
}

function checkNegation(draft: string, texts: readonly string[]): readonly string[] {
  const grounded = texts.reduce((sum, text) => sum + denials(text, draft), 0);
  if (words(negation, draft).length > grounded) return ['It denies what the cited sentences do not deny.'];
  const [only] = texts;
  const loses = texts.length === 1 && only !== undefined && has(negation, only) && denials(draft, only) === 0;
  return loses ? ['It states what the cited sentence denies.'] : [];
}

function checkOpposites(draft: string, texts: readonly string[]): readonly string[] {
  if (has(negation, draft)) return [];
  const flipped = opposites
    .flatMap(([one, other]): (readonly [RegExp, RegExp])[] => [
      [one, other],
      [other, one],
    ])
    .some(
      ([said, opposite]) =>
        has(said, draft) &&
        !has(opposite, draft) &&
        !texts.some((text) => has(said, text)) &&
        texts.some((text) => has(opposite, text)),
    );
  return flipped ? ['It says the opposite of the cited sentences.'] : [];
}

function checkDoubt(draft: string, texts: readonly string[]): readonly string[] {
  const hardened = texts.length > 0 && texts.every((text) => has(doubt, text)) && !has(hedge, draft);
  return hardened ? ['It states as certain what the cited sentences leave open.'] : [];
}

/** Flips that are cheap to see: a "not" gained or lost, a word turned into its opposite, a doubt dropped. */
export function checkPolarity(draft: string, grounds: Grounds): readonly string[] {
  return [
    ...checkNegation(draft, grounds.texts),
    ...checkOpposites(draft, grounds.texts),
    ...checkDoubt(draft, grounds.texts),
  ];
}
