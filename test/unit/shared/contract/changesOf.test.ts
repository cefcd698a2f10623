import { expect, test } from 'vitest';
import { mailings } from '../../../../shared/contract/mailings.ts';
import { settings } from '../../../../shared/contract/settings.ts';

const change = settings['settings.change'].input;

test('changing one setting names only that one', () => {
  expect(change.parse({ undoTime: 5 })).toEqual({ undoTime: 5 });
  expect(change.parse({})).toEqual({});
});

test('values are still checked', () => {
  expect(change.safeParse({ undoTime: -1 }).success).toBe(false);
  expect(change.safeParse({ quietHours: { from: 'late' } }).success).toBe(false);
});

test('changing one field of a document leaves the others', () => {
  const input = mailings['mailings.change'].input.parse({ ids: ['a'], settings: { country: 'DE' } });
  expect(input.settings).toEqual({ country: 'DE' });
});
