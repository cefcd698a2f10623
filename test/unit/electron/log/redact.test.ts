import { describe, expect, it } from 'vitest';
import { makeRedactor } from '../../../../electron/log/redact.ts';

const secret = 'hunter2 & "Söhne"/+';

describe('a known secret', () => {
  const redactor = makeRedactor('/home/ada');
  redactor.hide(secret);

  it.each([
    ['as it is', secret],
    ['in an address', encodeURIComponent(secret)],
    ['in a form body', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in JSON', JSON.stringify({ x: secret })],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in XML', 'hunter2 &amp; &quot;Söhne&quot;/+'],
  ])('is hidden %s', (_how, spelling) => {
    const clean = redactor.clean(`before ${spelling} after`);
    expect(clean).not.toMatch(/hunter2|aHVudGVy/);
    expect(clean).toContain('before');
    expect(clean).toContain('after');
  });
});

describe('what nobody registered', () => {
  const { clean } = makeRedactor('/home/ada');

  it.each([
    ['an e-mail address', 'no such user ada.lovelace@example.com here', 'no such user ‹hidden› here'],
    ['an encoded e-mail address', 'x=ada%40example.com', 'x=‹hidden›'],
    [
      'a query',
      'GET https://api.example/x/y?Login=a&Pass=b failed',
      'GET https://api.example/x/y?‹hidden› failed',
    ],
    ['a login in an address', 'https://ada:pw@api.example/x', 'https://‹hidden›@api.example/x'],
    ['a bearer token', 'Authorization: Bearer abc.def-123', 'Authorization: ‹hidden› ‹hidden›'],
    ['a named password', 'Password=abc123 x', 'Password=‹hidden› x'],
    ['a named secret in JSON', '{"client_secret": "abc"}', '{"‹hidden›": ‹hidden›}'],
    [
      'quoted data',
      'Unexpected token \'J\', "John Smith" is not valid JSON',
      'Unexpected token \'J\', "‹hidden›" is not valid JSON',
    ],
    ['XML text', '<Name>Ada Lovelace</Name>', '<Name>‹hidden›</Name>'],
    ['the home folder', 'ENOENT /home/ada/.config/Postroom/x', 'ENOENT ~/.config/Postroom/x'],
  ])('%s is hidden', (_what, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('leaves plain facts alone', () => {
    const text = 'outbox: sent rows=12 code=ECONNRESET ms=340 https://api.example/path order 01J9Z';
    expect(clean(text)).toBe(text);
  });
});

it('does not tear the log apart for a secret of two letters', () => {
  const redactor = makeRedactor('');
  redactor.hide('ab');
  expect(redactor.clean('a table')).toBe('a table');
});
