import { expect, test } from 'vitest';
import { compared, reportOf } from '../known-articles.ts';

/** A notice in the fixed wording of its authority; only the figure and the date are its own. */
function noticeOf(entities: number, date: string) {
  return reportOf(
    [
      `The Bureau of Industry and Security amends its regulations by adding ${entities} entities to the Entity List.`,
      'The End-User Review Committee determined that these entities act contrary to the foreign policy interests of the United States.',
      'Shipments that were en route when this rule was published may proceed to their destination under the previous licence exception.',
    ].join('\n'),
    {
      url: `https://register.example/${date}/${entities}`,
      title: 'Addition of entities to the Entity List',
      publisher: 'Bureau of Industry and Security',
      tier: 'primary',
      date,
    },
  );
}

test.each(['2019-10-09', '2019-10-12', '2021-06-01'])(
  'boilerplate with other figures is a new story on %s',
  (date) => {
    const comparison = compared(noticeOf(36, date), noticeOf(28, '2019-10-09'));

    expect(comparison).toMatchObject({ verdict: 'new', storyId: null, conflicts: [], duplicateOf: null });
    expect(comparison.newFacts.map(({ sentenceIndex }) => sentenceIndex)).toEqual([0]);
  },
);

test('the same notice again is a repeat', () => {
  expect(compared(noticeOf(28, '2019-10-09'), noticeOf(28, '2019-10-09')).verdict).toBe('repeat');
});

test('a report of a notice joins its story', () => {
  const report = reportOf(
    'The Bureau of Industry and Security is adding 28 entities to the Entity List, the notice said.',
    { title: 'US puts entities on the Entity List', publisher: 'Wire One', date: '2019-10-09' },
  );

  expect(compared(report, noticeOf(28, '2019-10-09')).storyId).toBe('s0');
});
