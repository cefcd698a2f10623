import { expect, test } from 'vitest';
import type { News } from '../../../../electron/db/queries/refresh.ts';
import { createAnnouncer } from '../../../../electron/refresh/announce.ts';
import type { Notice } from '../../../../shared/lib/notice.ts';
import { settingsSchema } from '../../../../shared/contract/settings.ts';

const shipped = (id: number, recipient: string): News => ({
  id,
  itemId: `i${id}`,
  kind: 'shipped',
  detail: '',
  reference: `I-${id}`,
  recipient,
  status: 'shipped',
});

function desktop(news: News[], broken = { is: false }) {
  const shown: Notice[] = [];
  const announce = createAnnouncer({
    db: {
      call: (name, ...args) => {
        if (name === 'settings.get') return Promise.resolve(settingsSchema.parse({})) as never;
        if (name === 'news.unshown') return Promise.resolve([...news]) as never;
        const { ids } = args[0] as { ids: number[] };
        news = news.filter(({ id }) => !ids.includes(id));
        return Promise.resolve() as never;
      },
    },
    show: async (notice) => {
      // The desktop takes its time.
      await new Promise((resolve) => setImmediate(resolve));
      if (broken.is) return { status: 'not-shown', reason: 'failed', detail: 'not signed' };
      shown.push(notice);
      return { status: 'shown' };
    },
    now: () => Date.UTC(2026, 10, 22, 12),
    locale: 'en',
  });
  return { shown, announce, add: (one: News) => news.push(one) };
}

test('asked for by several at once, news are shown once each; what came meanwhile follows', async () => {
  const { shown, announce, add } = desktop([shipped(1, 'Anna'), shipped(2, 'Ben')]);
  const first = announce();
  const others = [announce(), announce()];
  await first;
  add(shipped(3, 'Clara'));
  await Promise.all([...others, announce()]);
  expect(shown.map(({ body }) => body)).toEqual(['I-1 · Anna', 'I-2 · Ben', 'I-3 · Clara']);
});

test('what the desktop could not show is shown when it can', async () => {
  const broken = { is: true };
  const { shown, announce } = desktop([shipped(1, 'Anna')], broken);
  await announce();
  broken.is = false;
  await announce();
  expect(shown.map(({ body }) => body)).toEqual(['I-1 · Anna']);
});

test('a name cannot turn the line around, break it, or become markup', async () => {
  const { shown, announce } = desktop([shipped(1, 'Eve\u202Eexe.fdp\n<a href="http://x.test">pay</a>')]);
  await announce();
  expect(shown[0]?.body).toBe('I-1 · Eveexe.fdp ‹a href="http://x.test"›pay‹/a›');
});
