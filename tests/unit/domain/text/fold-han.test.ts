import { expect, test } from 'vitest';
import { foldHan } from '../../../../src/domain/text/fold-han.ts';

test.each([
  ['實體清單', '实体清单'],
  ['華為技術', '华为技术'],
  ['違反禁運', '违反禁运'],
  ['溫哥華', '温哥华'],
  ['關鍵礦產', '关键矿产'],
  ['繞過規避轉運審查', '绕过规避转运审查'],
  ['懲罰億萬罰款', '惩罚亿万罚款'],
  ['頻譜營運補貼', '频谱营运补贴'],
  ['輝達與飛騰', '辉达与飞腾'],
  ['約翰遜', '约翰逊'],
])('folds %s into %s', (traditional, simplified) => {
  expect(foldHan(traditional)).toBe(simplified);
});

test('leaves simplified text, Latin text and other signs as they are', () => {
  const text = '实体清单 Entity List，5G “禁令” 𠮷';

  expect(foldHan(text)).toBe(text);
});

test('folding twice is folding once, and keeps the length', () => {
  const text = '美國商務部將華為及其關聯企業列入實體清單，週三生效，禁止美國公司供應晶片與軟體。';

  const folded = foldHan(text);

  expect(foldHan(folded)).toBe(folded);
  expect(folded).toHaveLength(text.length);
});
