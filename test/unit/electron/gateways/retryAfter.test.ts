import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../../electron/gateways/retryAfter.ts';

const now = new Date('2026-11-22T12:00:00Z');

it.each([
  ['30', 30],
  [' 0 ', 0],
  ['999999999', 86_400],
  ['Sun, 22 Nov 2026 12:01:30 GMT', 90],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['Sun, 22 Nov 2099 11:00:00 GMT', 86_400],
])('"%s" is %d seconds', (header, seconds) => expect(readRetryAfter(header, now)).toBe(seconds));

it.each([null, '', '-5', '1.5', 'soon 1', 'tomorrow'])('%s is nothing', (header) =>
  expect(readRetryAfter(header, now)).toBeUndefined(),
);
