import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, session: {}, shell: {}, protocol: {} }));
const { isCarrierPage, isPageAddress, mayLoad } = await import('../../../../electron/app/security.ts');

describe('isPageAddress', () => {
  it.each(['postroom://app/', 'postroom://app/index.html', 'postroom://app/index.html#/history'])(
    'knows %s',
    (address) => {
      expect(isPageAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://x.invalid/?next=postroom://app',
    'http://x.invalid/postroom://app/index.html',
    'https://app/index.html',
    'postroom://app.x.invalid/index.html',
    'postroom://app@x.invalid/index.html',
    'postroom://app/assets/evil.svg',
    'postroom://application/',
    'file:///index.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
  ])('refuses %s', (address) => {
    expect(isPageAddress(address)).toBe(false);
  });
});

describe('mayLoad', () => {
  it('lets the page have its own files and data it made itself', () => {
    expect(mayLoad('postroom://app/assets/index.js')).toBe(true);
    expect(mayLoad('blob:postroom://app/1-2')).toBe(true);
    expect(mayLoad('data:image/png;base64,AA')).toBe(true);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'ftp://x',
    'postroom://other/',
    'x',
  ])('refuses %s', (address) => {
    expect(mayLoad(address)).toBe(false);
  });
});

describe('isCarrierPage', () => {
  it('knows the carriers', () => {
    expect(isCarrierPage('https://tools.usps.com/go/TrackConfirmAction?tLabels=1')).toBe(true);
    expect(isCarrierPage('https://t.17track.net/en#nums=1')).toBe(true);
  });

  it.each([
    'http://tools.usps.com/',
    'https://tools.usps.com.x.invalid/',
    'https://tools.usps.com@x.invalid/',
    'https://user@tools.usps.com/',
    'https://x.invalid/?tools.usps.com',
    'file:///tools.usps.com',
    'javascript:alert(1)',
    '',
  ])('refuses %s', (address) => {
    expect(isCarrierPage(address)).toBe(false);
  });
});
