import { expect, test } from 'vitest';
import { scriptLang } from '../../../../src/domain/text/script-lang.ts';

test.each([
  ['商务部将华为列入清单', 'zh'],
  ['華為 Mate 5G 手機的實體清單', 'zh'],
  ['日本は輸出規制を強化した', 'ja'],
  ['화웨이 수출 통제', 'ko'],
  ['Новые ограничения', 'ru'],
  ['Huawei (华为) was added to the list', null],
  ['5G', null],
  ['', null],
])('the script of "%s" tells: %s', (text, lang) => {
  expect(scriptLang(text)).toBe(lang);
});
