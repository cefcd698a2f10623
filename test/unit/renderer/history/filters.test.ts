import { expect, it } from 'vitest';
import {
  choiceOf,
  dropFilter,
  filterNames,
  hasFilters,
  isSet,
  noFilter,
  startOf,
  startOfWeek,
} from '../../../../renderer/history/filters.ts';

const all = {
  ...noFilter,
  from: 1,
  accountIds: ['a'],
  services: ['trepstar' as const],
  statuses: ['shipped' as const],
  productIds: ['p'],
  countries: ['CH'],
  methods: ['standard'],
  mode: 'live' as const,
  batchId: 'b',
  recipientId: 'r',
};

it('drops exactly the named filter', () => {
  expect(hasFilters(noFilter)).toBe(false);
  for (const name of filterNames) {
    const dropped = dropFilter(all, name);
    expect(isSet(all, name), name).toBe(true);
    expect(filterNames.filter((n) => !isSet(dropped, n))).toEqual([name]);
  }
});

it('counts days in local time, today included, also across a change of summer time', () => {
  const now = new Date(2026, 10, 22, 15, 30);
  expect(new Date(startOf('today', now))).toEqual(new Date(2026, 10, 22));
  expect(new Date(startOf('days7', now))).toEqual(new Date(2026, 10, 16));
  expect(new Date(startOf('days30', now))).toEqual(new Date(2026, 9, 24));
  expect(new Date(startOf('year', now))).toEqual(new Date(2026, 0, 1));
  expect(choiceOf({ ...noFilter, from: startOf('days30', now) }, now)).toBe('days30');
  expect(choiceOf({ ...noFilter, from: 5 }, now)).toBeNull();
});

it('starts the week on Monday, also when asked on a Sunday', () => {
  expect(new Date(startOfWeek(new Date(2026, 10, 22)))).toEqual(new Date(2026, 10, 16));
  expect(new Date(startOfWeek(new Date(2026, 10, 16)))).toEqual(new Date(2026, 10, 16));
});
