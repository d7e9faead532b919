import { expect, test } from 'vitest';
import { isFurniture, withoutFurniture } from '../../../../src/domain/text/furniture.ts';

test.each([
  'Home',
  'Share',
  'Read more',
  'Read more: Chip maker loses licence',
  'Home > Business > Trade',
  'Follow us on Twitter',
  'Subscribe to our newsletter today.',
  'Manage your subscription and e-mail settings here.',
  'Share this article with your friends and colleagues.',
  'By Jane Doe',
  'By Jane Doe and John Q. Roe, staff writers',
  'BY JANE DOE',
  'Published: 4 July 2024',
  'Last updated on July 4, 2024',
  'Updated 3 hours ago',
  'July 4, 2024 10:32 AM',
  'Mon, 4 Jul 2024 09:00',
  '12 Mar 2024 | 10:12',
  '10:32 GMT',
  'Photo: workers leave a plant in the south of the country',
  'Pictured: a sign outside a shop in the city center',
  'A worker walks past a sign in Shenzhen. Getty Images',
  'Commerce Department Adds Chinese Firms To Trade List',
  '- Commerce adds firms to the list',
  'Huawei, 5G, Trade',
  '# Background',
  '1,024',
  'https://news.example/a',
  '商务部公布名单',
  '责任编辑：王某某，欢迎与我们联系',
  '圖：工人走過深圳的一家商店門口的招牌',
  '',
])('takes for furniture: %s', (line) => {
  expect(isFurniture(line)).toBe(true);
});

test.each([
  'The Commerce Department added 28 firms to the Entity List on Monday.',
  'Huawei declined to comment.',
  'It declined.',
  'By Monday, the firm had appealed.',
  'By Friday Huawei had lost its licence.',
  'By then it was banned.',
  'Huawei said so in an e-mail.',
  'The operator counted 30 million 5G subscriptions in June.',
  'The law would let agencies share this data with allies.',
  'The regulator published the rule on July 14.',
  'Advertising revenue at the firm fell 3 percent.',
  'The photo of the plant was taken in May.',
  'He said: "We will comply with every law"',
  'officials said on Friday that the ban would take effect within ninety days',
  'Huawei Technologies Co., Ltd., Shenzhen, China;',
  '商务部周五将十家企业列入实体清单。',
  '「我們遵守所在國的法律法規」，華為發言人週三這樣說',
])('keeps: %s', (line) => {
  expect(isFurniture(line)).toBe(false);
});

test('keeps the lines of the article, each once and trimmed', () => {
  const text =
    'Home\nBy Jane Doe\n  The list grew.  \nShare\nThe list grew.\nHuawei declined to comment.\n2 Comments';

  expect(withoutFurniture(text)).toBe('The list grew.\nHuawei declined to comment.');
});
