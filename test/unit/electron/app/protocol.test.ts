import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { contentSecurityPolicy, fileFor } = await import('../../../../electron/app/protocol.ts');

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
