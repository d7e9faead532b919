import { expect, test } from 'vitest';
import {
  canAnswer,
  type QuestionType,
  questionTypeOf,
  roleAskedFor,
} from '../../../../src/domain/text/question-type.ts';

test.each<[string, QuestionType]>([
  ['When did the ban start?', 'date'],
  ['By when must the equipment be removed?', 'date'],
  ['In what year was the rule made?', 'date'],
  ['华为何时被列入清单？', 'date'],
  ['華為什麼時候被列入清單？', 'date'],
  ['How many firms were added?', 'figure'],
  ['What fine did ZTE pay?', 'figure'],
  ['新增了多少家企业？', 'figure'],
  ['清單新增幾家企業？', 'figure'],
  ['Who signed the order?', 'person'],
  ['Which judge threw the suit out?', 'person'],
  ['誰簽署了行政命令？', 'person'],
  ['Which phrase did the minister use?', 'quotation'],
  ['What is the Entity List?', 'any'],
  ['Which companies were added?', 'any'],
  ['', 'any'],
])('%s asks for: %s', (question, type) => {
  expect(questionTypeOf(question)).toBe(type);
});

test.each([
  ['Which judge ruled?', 'judge'],
  ['Which Dutch minister said so?', 'minister'],
  ['Which company was named?', null],
])('the role in "%s" is %s', (question, role) => {
  expect(roleAskedFor(question)).toBe(role);
});

test.each<[QuestionType, string, string]>([
  ['figure', 'Seventy firms were added.', 'Firms were added.'],
  ['date', 'It was added on 16 May 2019.', 'It was added.'],
  ['date', '该规定于5月生效。', '该规定已生效。'],
  ['person', 'The order was signed by Jane Doe.', 'The order was signed.'],
  ['quotation', 'He called it “unfair”.', 'He called it unfair.'],
])('a %s is in "%s" and not in "%s"', (type, answering, other) => {
  expect(canAnswer(answering, type)).toBe(true);
  expect(canAnswer(other, type)).toBe(false);
});

test('any sentence can answer a question of no known form', () => {
  expect(canAnswer('It grew.', 'any')).toBe(true);
});
