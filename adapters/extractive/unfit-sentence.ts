/** Sentences that hold no statement of the article: captions, by-lines, furniture, questions, fragments. */

const captions: readonly RegExp[] = [
  /\((?:photo|image|picture|file|pictured|credit|reuters|ap|afp|xinhua|bloomberg|epa|getty|ap photo)\b[^)]*\)?[.]?$/i,
  /\b(?:file photo|getty images|afp via|photo by|image credit|photo credit|shutterstock|is seen in this|are seen in this)\b/i,
  /^(?:photo|image|picture|caption|video|watch|listen|graphic|illustration|chart|file)\s?[:：-]/i,
  // A picture is described in the present tense, and ends with its date.
  /^(?:an?|two|three|people|pedestrians|visitors|workers|customers|the logo|a logo|signage)\b.{0,60}\b(?:walks?|stands?|listens?|sits?|poses?|passe?s?|looks?|holds?|works?|speaks?|attends?|is (?:seen|pictured|displayed|held))\b.{0,160}(?:\b(?:19|20)\d{2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?)\.?$/i,
  /图片来源|圖片來源|资料图|資料圖|资料照|資料照|图为|圖為|视觉中国|[记記]者.{0,8}[摄攝]/u,
];

const byLines: readonly RegExp[] = [
  /^(?:by|from|written by|reporting by|additional reporting|editing by|edited by|translated by|source)\b[^.]{0,80}\.?$/i,
  /\b(?:reporting by|editing by|additional reporting by|contributed to this (?:report|story|article))\b/i,
  /^(?:published|updated|posted|last updated|first published|modified|date|tags?|topics?|filed under)\s?[:：]/i,
  /^(?:related|read also|see also|read more|more on|more from|also read|further reading|recommended|advertisement)\b/i,
  /\ball rights reserved\b|\bcopyright\b|©|\bterms of (?:use|service)\b|\bprivacy policy\b|\bcookies?\b.*\b(?:accept|consent|site)\b/i,
  /^the post\b.*\bappeared first on\b/i,
  /\b(?:newsletter|subscribe|subscribers?-only|sign up|log in)\b/i,
  /^(?:来源|來源|责任编辑|責任編輯|编辑|編輯|作者|记者|記者|本报记者|本報記者|原标题|原標題|关键词|關鍵詞|更多|相关阅读|相關閱讀)\s?[:：/]/u,
  /版权所有|版權所有|转载请|轉載請|未经授权|未經授權/u,
];

const questions = /[?？]["”’」』)]*$/;
const ended = /[.!…。！][\])"'”’」』）]*$/;
/** The sentence was cut at an abbreviation. */
const cutShort = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|No|vs)\.$/;
const minWords = 5;
const minHan = 10;

function isFragment(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}'’.-]+/gu)?.length ?? 0;
  return !ended.test(text) || cutShort.test(text) || (han < minHan && words < minWords);
}

/** A quotation that begins or ends in another sentence does not stand alone. */
function isHalfQuotation(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  const straight = count(/"/g) % 2 === 1;
  return straight || count(/“/g) !== count(/”/g) || count(/「/g) !== count(/」/g);
}

/** What keeps a sentence from being shown as a statement, `null` when nothing does. */
export function unfitFor(
  text: string,
): 'caption' | 'by-line' | 'question' | 'fragment' | 'half quotation' | null {
  if (captions.some((pattern) => pattern.test(text))) return 'caption';
  if (byLines.some((pattern) => pattern.test(text))) return 'by-line';
  if (questions.test(text)) return 'question';
  if (isFragment(text)) return 'fragment';
  return isHalfQuotation(text) ? 'half quotation' : null;
}
