import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { systemCode } from '../../../../shared/lib/systemCode.ts';

test('reads the code of what was thrown, whatever it is', () => {
  let thrown: unknown;
  try {
    readFileSync('/there is/no such file');
  } catch (error) {
    thrown = error;
  }
  expect(systemCode(thrown)).toBe('ENOENT');
  expect(systemCode({ code: 'SQLITE_FULL' })).toBe('SQLITE_FULL');
  for (const other of [new Error('a bug'), { code: 7 }, 'ENOENT', null, undefined])
    expect(systemCode(other)).toBe('');
});
