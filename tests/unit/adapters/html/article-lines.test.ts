import { expect, test } from 'vitest';
import { articleLines } from '../../../../adapters/html/article-lines.ts';
import { isBoilerplate } from '../../../../adapters/html/boilerplate-lines.ts';
import { blocksOf } from '../../../../adapters/html/page-blocks.ts';
import { readDocument } from '../../../../adapters/html/page-document.ts';

function lines(html: string, title = 'Some title') {
  return articleLines(blocksOf(readDocument(html)), title);
}

test.each([
  'Share',
  'Share Facebook Twitter Email Copy link',
  'Print · Email',
  '42 comments',
  '1.2k Shares',
  '5 min read',
  'NEWS',
  '0',
  '* * *',
  'Advertisement',
  'Ad: Save on kettles',
  'SPONSORED CONTENT: kettles',
  'Sign up for our newsletter',
  'Read more: kettles',
  'Related stories',
  'You have read 3 of 5 free articles this month.',
  'Friday, 13 March 2026 21:09 GMT',
  '2026-03-13 21:09',
  'Mar. 13, 2026',
  'Thu 17 Feb 2022 15.23 GMT',
  'Updated Mar 12, 2026, 10:00am EDT',
  '3 hours ago',
  'By Ada Fictional',
  'By Staff | 2026-03-10',
  'Photo: A. Person',
  'Image by A. Person',
  'Tags: a, b, c',
  'Short URL: https://x.example/1',
  'Home > World > Asia',
  'Leave a Reply',
  'Comparison Clear all',
  'Likes',
  'Your email address will not be published. Required fields are marked *',
  '© 2026 Harbor Media',
  'All rights reserved.',
  'Follow us on Twitter.',
  '责任编辑：某某',
  '来源：某报',
  '分享',
  'This article is more than 3 years old.',
  'Accept all cookies',
  'Next article: kettles',
  'We use cookies to improve the site.',
])('"%s" is furniture', (line) => {
  expect(isBoilerplate(line)).toBe(true);
});

test.each([
  'Share prices fell on Tuesday.',
  'Updated rules apply from 5 May 2026.',
  'By Friday, talks had stalled.',
  'Published figures show a rise of 5 percent.',
  'Source code must be licensed.',
  'Copyright law was changed in March.',
  'In 2026 exports grew.',
  'More than 100 firms are listed',
  'Read the small print, said the minister.',
  'Search teams found nothing.',
  'Likes are not licenses.',
  'Tagged goods may be sold.',
  '"No," he said.',
  '5,000 tonnes were seized on 10 March 2026.',
  '来源地必须申报。',
  'Watch makers protested.',
  'Related parties must apply.',
  'Follow-up talks are set for June',
  'May 2026 exports rose 4 %',
  'What the yards say',
])('"%s" belongs to the article', (line) => {
  expect(isBoilerplate(line)).toBe(false);
});

test('a short block of links goes, a paragraph with links and a long one stay', () => {
  const words = 'words that are linked '.repeat(12).trim();

  expect(lines('<p>A sentence with <a>a link</a> in it.</p><p><a>Kettles that boil</a></p>')).toEqual([
    'A sentence with a link in it.',
  ]);
  expect(lines(`<p>One.</p><p><a>${words}</a></p>`)).toEqual(['One.', words]);
});

test('the title at the head goes, the same words later stay', () => {
  expect(lines('<h1>“Some Title”</h1><p>One.</p><p>Two.</p><p>Some title</p>')).toEqual([
    'One.',
    'Two.',
    'Some title',
  ]);
});

test('headings at the end go, headings within stay', () => {
  expect(lines('<p>One.</p><h2>Within</h2><p>Two.</p><h2>After</h2><h3>All</h3>')).toEqual([
    'One.',
    'Within',
    'Two.',
  ]);
});

test('a long block that stands twice is told once', () => {
  const quote = 'A pull quote that repeats what the text says further down.';

  expect(lines(`<p>${quote}</p><p>One.</p><blockquote>${quote}</blockquote><p>One.</p>`)).toEqual([
    quote,
    'One.',
    'One.',
  ]);
});

test('breaks, cells and inline elements part and join words as they are seen', () => {
  expect(
    lines(
      '<p>One<br>Two <b>th</b>ree</p><table><tr><td>Fee</td><td>5 %</td></tr><tr><td>Tax</td></tr></table>',
    ),
  ).toEqual(['One', 'Two three', 'Fee 5 %', 'Tax']);
});
