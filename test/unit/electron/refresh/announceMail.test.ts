import { expect, test } from 'vitest';
import { announce } from '../../../../electron/refresh/announce.ts';
import type { Notice } from '../../../../shared/lib/notice.ts';
import type { DbClient } from '../../../../electron/db/client.ts';
import { mailTroubles, settingsSchema, type Settings } from '../../../../shared/contract/settings.ts';

/** Four letters with bad news and an order on hold, told under these settings. */
async function told(change: Partial<Settings>): Promise<{ titles: string[]; marked: number[] }> {
  const settings = { ...settingsSchema.parse({ language: 'en' }), ...change };
  const details = [...mailTroubles, 'hold'];
  const news = details.map((detail, id) => ({
    id,
    itemId: `i${id}`,
    kind: 'problem',
    detail,
    reference: `R-${id}`,
    recipient: 'Anna',
    status: 'error',
  }));
  const marked: number[] = [];
  const call = (name: string, args?: { ids: readonly number[] }): Promise<unknown> => {
    if (name === 'settings.get') return Promise.resolve(settings);
    if (name === 'news.unshown') return Promise.resolve(news);
    marked.push(...(args?.ids ?? []));
    return Promise.resolve(undefined);
  };
  const shown: Notice[] = [];
  await announce({
    db: { call } as unknown as Pick<DbClient, 'call'>,
    show: (notice) => {
      shown.push(notice);
      return Promise.resolve({ status: 'shown' });
    },
    now: () => Date.UTC(2026, 10, 22, 12),
    locale: 'en',
  });
  return {
    titles: shown.map(({ title, body }) => `${title}: ${body}`),
    marked: marked.sort((a, b) => a - b),
  };
}

test('each kind of bad news about letters can be silenced by itself, and is settled all the same', async () => {
  const { notifyMail } = settingsSchema.parse({});
  const only = { ...notifyMail, rejected: false, notdelivered: false, blocked: false };
  expect(await told({ notifyMail: only })).toEqual({
    titles: ['The e-mail came back: R-2 · Anna', 'An order needs you: Waits for payment · R-4 · Anna'],
    marked: [0, 1, 2, 3, 4],
  });
});

test('with problems off none is told; with all on many become one', async () => {
  const { notify } = settingsSchema.parse({});
  expect(await told({ notify: { ...notify, problem: false } })).toEqual({
    titles: [],
    marked: [0, 1, 2, 3, 4],
  });
  expect((await told({})).titles).toEqual(['5 orders need you: Open Postroom to see them.']);
});
