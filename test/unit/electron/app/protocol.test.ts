import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { answerFor, contentSecurityPolicy, fileFor } = await import('../../../../electron/app/protocol.ts');

const folder = '/srv/renderer';

describe('fileFor', () => {
  it.each([
    ['postroom://app/', '/srv/renderer/index.html'],
    ['postroom://app/index.html', '/srv/renderer/index.html'],
    ['postroom://app/assets/a%20b.js?x=1#y', '/srv/renderer/assets/a b.js'],
    ['postroom://app/../../etc/passwd', '/srv/renderer/etc/passwd'],
    ['postroom://app/%2e%2e/%2e%2e/etc/passwd', '/srv/renderer/etc/passwd'],
  ])('serves %s inside the folder', (address, file) => {
    expect(fileFor(address, folder)).toBe(file);
  });

  it.each([
    'postroom://app/..%2f..%2fetc/passwd',
    'postroom://app/a/..%2F..%2F..%2Fetc/passwd',
    'postroom://app/..%5c..%5cetc',
    'postroom://app/a%00.html',
    'postroom://app/%zz',
    'postroom://other/index.html',
    'postroom://app.evil.example/index.html',
    'postroom://user@other/index.html',
    'file:///etc/passwd',
    'https://app/index.html',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(fileFor(address, folder)).toBeNull();
  });
});

describe('answerFor', () => {
  const found = (text: string) => ({ body: new TextEncoder().encode(text), contentType: 'text/plain' });
  const extras = new Map([
    ['document', { get: async (rest: string) => (rest === 'a.pdf' ? found('pdf') : null) }],
    [
      'handover',
      {
        get: async () => found('given'),
        post: async (rest: string, body: Uint8Array) => found(`${rest}:${[...body].join()}`),
      },
    ],
  ]);
  const ask = async (method: string, path: string, sent?: Buffer[]) => {
    const { statusCode, data } = await answerFor(
      {
        url: `postroom://app${path}`,
        method,
        ...(sent ? { uploadData: sent.map((bytes) => ({ type: 'rawData', bytes })) } : {}),
      },
      folder,
      extras,
    );
    return [statusCode, Buffer.isBuffer(data) ? data.toString() : data];
  };

  it('reads from the named sources', async () => {
    expect(await ask('GET', '/document/a.pdf')).toEqual([200, 'pdf']);
    expect(await ask('GET', '/document/b.pdf')).toEqual([404, '']);
    expect(await ask('GET', '/handover/t')).toEqual([200, 'given']);
  });

  it('takes what is sent only where something is taken', async () => {
    expect(await ask('POST', '/handover/t', [Buffer.from([1, 2])])).toEqual([200, 't:1,2']);
    expect(await ask('POST', '/handover/t', [Buffer.from([1]), Buffer.from([2, 3])])).toEqual([
      200,
      't:1,2,3',
    ]);
    for (const path of ['/document/a.pdf', '/handover', '/index.html', '/', '/nothing/t'])
      expect(await ask('POST', path, [Buffer.from([1])])).toEqual([405, '']);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect(await ask(method, '/handover/t')).toEqual([405, '']);
  });
});

describe('contentSecurityPolicy', () => {
  const directives = new Map(
    contentSecurityPolicy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

  it('starts from nothing and has every lock', () => {
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' blob: data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('has no colon after a name and nothing unsafe', () => {
    expect([...directives.keys()].join()).not.toContain(':');
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http/);
  });
});
