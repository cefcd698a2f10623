import { expect, it } from 'vitest';
import { readServiceUrl } from '../../../../electron/gateways/serviceUrl.ts';

it.each([
  'https://www.trepstar.com/custdata.asp',
  'http://127.0.0.1:8080/x',
  'http://localhost/x',
  'http://[::1]:9/x',
])('takes %s', (url) => expect(readServiceUrl(url)).toEqual({ ok: true, value: url }));

it.each([
  'http://www.trepstar.com/custdata.asp',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'https://user:secret@www.trepstar.com/',
  'https://www.trepstar.com/?CoLoginPassword=x',
  'https://www.trepstar.com/#x',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'www.trepstar.com',
  '',
])('refuses %s', (url) => {
  const read = readServiceUrl(url);
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read)).not.toContain('secret');
});
