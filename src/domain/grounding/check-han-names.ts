import type { Grounds } from './grounds.ts';

/**
 * Han text marks no names. Seen are titles in 《》, foreign names with a middle dot, and the two characters before
 * a word that follows a name (公司, 总统, a ministry's 部). Other names in Han script pass unseen unless they are
 * places or given as known names.
 */
const afterName =
  '公司|集团|集團|总统|總統|首相|总理|總理|总裁|總裁|议员|議員|先生|女士|大学|大學|银行|銀行|法院|委员会|委員會';
const named = new RegExp(`(\\p{Script=Han}{2})(${afterName})`, 'gu');
const ministry =
  /(\p{Script=Han}[^\P{Script=Han}全内內外总總一西东東南北中干各大分])(部|局|署)(?![分门門署件队隊势勢面限长長下落级級])/gu;
/** Before such a word these name nobody: 该公司, 两家公司, 芯片公司. */
const noName =
  /[该該这這那此本各多其的等家个個为為由与與和被对對在向至及]$|^(?:科技|技术|技術|芯片|晶片|中国|中國|美国|美國|外国|外國|国有|國有|上市|跨国|跨國|母|子|分|前任|现任|現任|联邦|聯邦|上诉|上訴|最高|商业|商業)/u;
const titled = /《([^《》]{1,100})》/g;
const dotted = /\p{Script=Han}{1,2}[·・‧]\p{Script=Han}{1,2}/gu;

export function checkHanNames(draft: string, grounds: Grounds): readonly string[] {
  const known = [...grounds.texts, ...grounds.headings];
  const candidates = [
    ...[...draft.matchAll(named)].map((match) => match[1] ?? '').filter((name) => !noName.test(name)),
    ...[...draft.matchAll(ministry)]
      .map((match) => match[0])
      .filter((name) => !noName.test(name.slice(0, 2))),
    ...[...draft.matchAll(titled)].map((match) => match[1] ?? ''),
    ...[...draft.matchAll(dotted)].map((match) => match[0]),
  ];
  return [...new Set(candidates)]
    .filter((name) => !known.some((text) => text.includes(name)))
    .map((name) => `The name "${name.slice(0, 40)}" is not in the cited sentences.`);
}
