import { expect, test } from 'vitest';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

const day = 86_400_000;

test('an order that does not move becomes bad news once, until it moves or more patience is asked for', async () => {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  await db.call('orders.accept', aBatch(3));
  const claimed = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 2 });
  await db.call('outbox.settle', {
    happenings: claimed.map(({ id }) => ({
      id,
      event: { kind: 'accepted' as const },
      at: noon,
      readyAt: noon,
    })),
    next: null,
  });
  const [itemId = '', other = ''] = claimed.map((wish) => wish.itemId);
  const bad = async () => {
    const filter = historyFilterSchema.parse({ badNews: true });
    const page = await db.call('history.page', {
      filter,
      sort: 'at',
      descending: true,
      cursor: null,
      limit: 10,
    });
    return page.items.map((item) => [item.itemId, item.nothingMoved]);
  };
  const note = (before: number) => db.call('news.nothingMoved', { before, now: noon + 9 * day });

  expect(await note(noon)).toEqual([]);
  expect(await bad()).toEqual([]);
  // What waits here is not with the service: only the two that are.
  expect(new Set(await note(noon + 1))).toEqual(new Set([itemId, other]));
  expect(await note(noon + 1)).toEqual([]);
  expect(new Set(await bad())).toEqual(
    new Set([
      [itemId, true],
      [other, true],
    ]),
  );
  const overview = (today: number) => db.call('history.overview', { since: noon, today, week: today });
  expect(await overview(noon)).toMatchObject({ figures: { needsYou: 2, made: 2 }, needsNew: 2 });
  expect(await overview(noon + 10 * day)).toMatchObject({ figures: { needsYou: 2 }, needsNew: 0 });

  const change = {
    orderId: itemId,
    at: noon + 9 * day,
    nextCheckAt: null,
    status: 'made' as const,
    events: [],
  };
  await db.call('refresh.apply', { changes: [change], source: 'trepstar' });
  expect(await bad()).toEqual([[other, true]]);
  const { at } = (await db.call('history.lines', { itemIds: [other] }))[0] ?? {};
  expect((await overview(noon)).madeSince).toBe(at);
  // More patience in Settings takes the mark away; less brings it back, but is told and written down only once.
  await note(noon - 1);
  expect(await bad()).toEqual([]);
  await note(noon + 1);
  expect(await bad()).toEqual([[other, true]]);
  const kinds = (await db.call('orders.get', { id: other }))?.timeline.map(({ kind }) => kind) ?? [];
  expect(kinds.filter((kind) => kind === 'nothing-moved')).toHaveLength(1);
  expect((await db.call('news.unshown')).filter((one) => one.kind === 'nothingMoved')).toHaveLength(2);
});
