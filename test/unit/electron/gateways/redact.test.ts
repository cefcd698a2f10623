import { expect, it } from 'vitest';
import { blank, makeRedactor } from '../../../../electron/gateways/redact.ts';

const secret = `Pä55 & "w<o>r'd+%/[x]🔑`;
const redact = makeRedactor([secret]);
const html = secret
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;')
  .replaceAll("'", '&#39;');

it.each([
  ['as it is', secret],
  ['in a urlencoded form', new URLSearchParams({ x: secret }).toString().slice(2)],
  ['percent-encoded', encodeURIComponent(secret)],
  ['percent-encoded in small letters', encodeURIComponent(secret).toLowerCase()],
  ['in HTML', html],
  ['in HTML with numbers', html.replaceAll('ä', '&#228;').replaceAll('🔑', '&#128273;')],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['read in the wrong charset', new TextDecoder('windows-1252').decode(new TextEncoder().encode(secret))],
])('blanks a secret %s', (_name, echo) => {
  expect(redact(`before ${echo} after, ${echo}`)).toBe(`before ${blank} after, ${blank}`);
});

it('leaves everything else alone', () => {
  expect(redact('[SUCCESS] Thank you')).toBe('[SUCCESS] Thank you');
  expect(makeRedactor(['', ''])('nothing to hide')).toBe('nothing to hide');
});

it('blanks the longer of two secrets that overlap', () => {
  expect(makeRedactor(['abc', 'abcdef'])('abcdef abc')).toBe(`${blank} ${blank}`);
});
