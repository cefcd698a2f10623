import { expect, it } from 'vitest';
import { isOurPage } from '../../../../electron/ipc/sender.ts';
import type { Frame } from '../../../../electron/ipc/sender.ts';

const origin = 'postroom://app';
const page: Frame = { origin, url: 'postroom://app/index.html', parent: null };

it('lets our main frame in', () => {
  expect(isOurPage({ senderFrame: page }, origin)).toBe(true);
});

it.each<[string, Frame | null]>([
  ['a frame that is gone', null],
  ['a frame inside our page', { ...page, parent: page }],
  ['another origin', { origin: 'https://x.invalid', url: 'https://x.invalid/', parent: null }],
  ['another host of our scheme', { origin: 'postroom://other', url: 'postroom://other/', parent: null }],
  ['an opaque origin at our address', { ...page, origin: 'null' }],
  ['our origin with another address', { ...page, url: 'about:blank' }],
  ['an address that only starts alike', { ...page, url: 'postroom://app.x.invalid/' }],
  ['an address that only mentions us', { ...page, url: 'http://x.invalid/?next=postroom://app/' }],
])('keeps out %s', (_what, senderFrame) => {
  expect(isOurPage({ senderFrame }, origin)).toBe(false);
});

it('keeps out a frame that throws when looked at', () => {
  const event = {
    get senderFrame(): Frame {
      throw new Error('Render frame was disposed');
    },
  };
  expect(isOurPage(event, origin)).toBe(false);
});
