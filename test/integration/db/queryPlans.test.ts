import { expect, onTestFinished, test } from 'vitest';
import { historyFilterSchema, historySorts } from '../../../shared/contract/history.ts';
import type { Db } from '../../../electron/db/open.ts';
import { queries, type QueryArgs, type QueryName } from '../../../electron/db/queries/index.ts';
import { startDatabase } from '../../../electron/db/start.ts';
import { compiledTexts } from '../../../electron/db/statements.ts';
import { aBatch, noon, ownFolder } from '../../fixtures/engine.ts';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';

/** Tables that grow with every order: none of them may be read from end to end without an index. */
const growing = [
  'orders',
  'order_lines',
  'outbox',
  'attempts',
  'events',
  'history_items',
  'history_products',
  'recipients',
  'status_calls',
  'notifications',
];

async function filled(): Promise<Db> {
  const { db } = await startDatabase(ownFolder(), noon);
  onTestFinished(() => void db.close());
  const settings = accountSettingsSchema.parse({});
  queries['accounts.save'](db, { id: 'acc', service: 'trepstar', name: 'Shop', settings, createdAt: noon });
  queries['orders.accept'](db, aBatch(300));
  const claimed = queries['outbox.claim'](db, { accountId: 'acc', now: noon, limit: 150 });
  const happenings = claimed.map(({ id }, i) => {
    const event =
      i % 3 === 0
        ? ({ kind: 'unknown' } as const)
        : i % 3 === 1
          ? ({ kind: 'refused', duplicate: false } as const)
          : ({ kind: 'accepted' } as const);
    return { id, event, at: noon, readyAt: noon, code: 'x', detail: 'y' };
  });
  queries['outbox.settle'](db, { happenings, next: { accountId: 'acc', now: noon, limit: 1 } });
  return db;
}

const filters = [
  {},
  { search: 'person lamp' },
  { statuses: ['accepted', 'made'], accountIds: ['acc'], countries: ['US'], methods: ['standard'] },
  { productIds: ['66750'], from: 1, to: noon, mode: 'live' },
  { batchId: 'batch-0001' },
  { recipientId: 'someone' },
  { badNews: true },
].map((filter) => historyFilterSchema.parse(filter));

test('no query reads a growing table from end to end', async () => {
  const db = await filled();
  const ask = <N extends QueryName>(
    name: N,
    ...args: QueryArgs<N> extends undefined ? [] : [QueryArgs<N>]
  ): unknown => {
    const query = queries[name] as (db: Db, args?: unknown) => unknown;
    return query(db, args[0]);
  };
  const people = queries['recipients.find'](db, {
    search: 'person',
    sort: 'latest',
    cursor: null,
    limit: 5,
  }).items;
  const [one, two, three] = people;
  for (const filter of filters) {
    ask('history.totals', { filter });
    for (const sort of historySorts) {
      for (const descending of [true, false]) {
        ask('history.page', { filter, sort, descending, cursor: null, limit: 10 });
        ask('history.page', {
          filter,
          sort,
          descending,
          cursor: { value: sort === 'at' ? noon : 'x', seq: 3 },
          limit: 10,
        });
      }
    }
  }
  expect(ask('history.counts', { filters })).toEqual(
    filters.map((filter) => queries['history.totals'](db, { filter }).shown),
  );
  ask('history.facets');
  ask('history.lines', { itemIds: ['x'] });
  ask('history.needsYou');
  ask('history.overview', { since: noon - 1, today: noon - 1, week: noon - 1 });
  ask('orders.get', { id: 'x' });
  ask('orders.usedInvoices', { accountId: 'acc', invoices: ['INV-1'] });
  ask('orders.past', { accountId: 'acc', since: 0, offset: 0, limit: 10 });
  ask('orders.recentLike', {
    name: 'Person 1',
    postcode: '55101',
    email: 'a@b',
    productIds: ['66750'],
    since: 0,
  });
  ask('outbox.agenda', { now: noon });
  ask('outbox.groups');
  ask('outbox.summary');
  ask('outbox.unconfirmed', { accountId: 'acc', until: noon, limit: 10 });
  ask('outbox.postpone', { ids: ['x'], readyAt: noon, code: '', detail: '' });
  ask('outbox.pullBackPlans', { now: noon, latest: noon });
  ask('outbox.hurry', { ids: null, batchId: 'batch-0001', now: noon - 1 });
  ask('outbox.undo', { ids: ['x'], batchId: null, now: noon });
  ask('outbox.closeRefused', { id: 'x', newOrderId: null, now: noon });
  ask('outbox.interruptClaims', { now: noon, readyAt: noon });
  ask('outbox.distrustUnsent', { now: noon });
  ask('refresh.open', { accountId: 'acc', until: noon * 2, limit: 10 });
  const orderId = queries['refresh.open'](db, { accountId: 'acc', until: noon * 2, limit: 1 })[0]?.id ?? '';
  const change = {
    orderId,
    at: noon,
    nextCheckAt: noon,
    status: 'shipped',
    trackingId: 'T1',
    events: [{ kind: 'backward' }],
    notify: { kind: 'shipped', detail: '' },
  } as const;
  ask('refresh.apply', { changes: [change], source: 'trepstar' });
  ask('refresh.calls', { accountId: 'acc', since: 0 });
  ask('refresh.takeCall', { accountId: 'acc', now: noon, limit: 5, purpose: 'refresh' });
  ask('news.unshown');
  ask('news.markShown', { ids: [1], now: noon });
  ask('news.nothingMoved', { before: noon, now: noon });
  ask('recipients.find', { search: '', sort: 'latest', cursor: null, limit: 5 });
  ask('recipients.find', { search: '', sort: 'name', cursor: null, limit: 5 });
  ask('recipients.find', { search: 'person', sort: 'name', cursor: { value: 'a', seq: 1 }, limit: 5 });
  ask('recipients.doubles');
  ask('recipients.import', { people: people.slice(0, 1), now: noon });
  ask('recipients.fromHistory', { after: 0, now: noon });
  ask('recipients.remove', { ids: [people[3]?.id ?? ''] });
  ask('recipients.save', {
    id: one?.id ?? '',
    now: noon,
    person: { ...(one ?? people[0]), city: 'Elsewhere' } as NonNullable<typeof one>,
  });
  ask('recipients.merge', { keep: one?.id ?? '', remove: [two?.id ?? ''] });
  ask('recipients.eraseOld', { before: noon + 1, now: noon });
  ask('recipients.erase', { id: three?.id ?? '', now: noon });
  ask('accounts.list');
  ask('products.list', { accountId: 'acc' });

  const bad: string[] = [];
  for (const text of compiledTexts(db)) {
    // A total reads what it totals.
    if (text.includes('sum(h.pieces) AS pieces, count(DISTINCT h.country)')) continue;
    if (text.includes('count(*) AS counted')) continue;
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...Array.from({ length: (text.match(/\?/g) ?? []).length }, () => null));
    for (const { detail } of plan as { detail: string }[]) {
      const scanned = /^SCAN (\w+)(?! .*USING (COVERING )?INDEX)/.exec(detail)?.[1];
      if (scanned !== undefined && tableOf(text, scanned))
        bad.push(`${detail}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
    }
  }
  expect(bad).toEqual([]);
});

/** Whether the name in a plan (a table or its alias) stands for a growing table. */
function tableOf(text: string, name: string): boolean {
  return growing.some(
    (table) => table === name || new RegExp(`\\b${table}\\s+(AS\\s+)?${name}\\b`, 'i').test(text),
  );
}
