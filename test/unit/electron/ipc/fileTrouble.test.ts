import { expect, it } from 'vitest';
import { fileTrouble } from '../../../../electron/ipc/fileTrouble.ts';
import { fail } from '../../../../shared/contract/result.ts';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

it.each([
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'read-only'],
  ['EROFS', 'read-only'],
  ['ENOENT', 'not-found'],
  ['EISDIR', 'file-unreadable'],
] as const)('%s is %s', (code, trouble) => {
  expect(fileTrouble(withCode(code))).toEqual(fail(trouble, code));
});

it('lets a bug be a bug', () => {
  expect(() => fileTrouble(new TypeError('x'))).toThrow('x');
});
