import { expect, test } from 'vitest';
import { noFilter } from '../../../../renderer/history/filters.ts';
import { allViews } from '../../../../renderer/history/views.ts';

test('the fixed views come first, then the own ones, each with what it shows', () => {
  const own = { id: 'v1', name: 'Japan', filter: { ...noFilter, countries: ['JP'] } };
  expect(allViews([own], new Date(2026, 10, 22)).map(({ id, filter }) => [id, filter])).toEqual([
    ['all', noFilter],
    ['badNews', { ...noFilter, badNews: true }],
    ['thisWeek', { ...noFilter, from: new Date(2026, 10, 16).getTime() }],
    ['v1', own.filter],
  ]);
});
