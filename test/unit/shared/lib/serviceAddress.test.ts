import { expect, it } from 'vitest';
import { isSafeForSecrets } from '../../../../shared/lib/serviceAddress.ts';

it.each([
  'https://www.trepstar.com/custdata.asp',
  'https://[::1]:8443/',
  'http://localhost:8080/a',
  'http://127.0.0.1/',
  'http://[::1]/',
])('lets secrets go to %s', (address) => {
  expect(isSafeForSecrets(new URL(address))).toBe(true);
});

it.each([
  'http://www.trepstar.com/',
  'http://127.0.0.1.evil.example/',
  'http://localhost.evil.example/',
  'ftp://localhost/',
  'file:///etc/passwd',
  'ws://127.0.0.1/',
])('keeps them from %s', (address) => {
  expect(isSafeForSecrets(new URL(address))).toBe(false);
});
