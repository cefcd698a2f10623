import { expect, test } from 'vitest';
import type { DbClient } from '../../../electron/db/client.ts';
import type { QueryValue } from '../../../electron/db/queries/index.ts';
import type { PeopleCursor } from '../../../electron/db/queries/recipients.ts';
import type { Person } from '../../../shared/contract/recipients.ts';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import { personOf } from '../../../shared/mailings/personOf.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

const nobody: Person = {
  name: '',
  company: '',
  address: '',
  city: '',
  state: '',
  postcode: '',
  country: '',
  email: '',
};
const ada: Person = { ...nobody, name: 'Ada Lovelace', address: '1 Main St', city: 'Bern', country: 'CH' };

async function ready(): Promise<DbClient> {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  return db;
}

const people = async (db: DbClient, sort: 'latest' | 'name' = 'latest', search = '') =>
  (await db.call('recipients.find', { search, sort, cursor: null, limit: 50 })).items;

/** A letter by post to Ada in Bern, on its way. */
async function sendLetter(db: DbClient): Promise<void> {
  const settings = documentSettingsSchema.parse({
    addressLines: ['Ada Lovelace', '1 Main St', '3011 Bern'],
    country: 'CH',
    to: ['ada@example.com'],
  });
  const card = { id: 'card', fileName: 'bill.pdf', sha256: 'a'.repeat(64), bytes: 9 };
  await db.call('cards.add', { cards: [{ ...card, settings, droppedAt: noon }] });
  await db.call('cards.change', { changes: [{ id: 'card', state: 'ready', pages: 1 }] });
  await db.call('mailings.send', {
    mailingId: 'mailing',
    accountId: 'acc',
    service: 'tcgate',
    mode: 'live',
    channel: 'post',
    settings: mailingSettingsSchema.parse({}),
    now: noon,
    dueAt: noon,
    documents: [
      {
        cardId: 'card',
        fileName: 'bill.pdf',
        sha256: card.sha256,
        bytes: 9,
        pages: 1,
        settings,
        person: personOf(settings),
      },
    ],
  });
}

test('the list goes by last change or by name, page after page, nobody twice or left out', async () => {
  const db = await ready();
  await db.call('recipients.import', {
    people: ['Zoë', 'ada', 'Émile', 'Bea', 'ádám'].map((name, at) => ({ ...ada, name, city: `Town ${at}` })),
    now: noon,
  });
  await db.call('recipients.save', { id: 'new', now: noon + 5, person: { ...ada, name: 'Mia' } });
  expect((await people(db))[0]?.name).toBe('Mia');
  expect((await people(db))[0]?.lastAt).toBeNull();
  const seen: string[] = [];
  for (let cursor: PeopleCursor | null = null; ;) {
    const page: QueryValue<'recipients.find'> = await db.call('recipients.find', {
      search: '',
      sort: 'name',
      cursor,
      limit: 2,
    });
    seen.push(...page.items.map(({ name }) => name));
    expect(page.total).toBe(6);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(seen).toEqual(['ada', 'ádám', 'Bea', 'Émile', 'Mia', 'Zoë']);
});

test('an import adds the new ones and completes the known ones', async () => {
  const db = await ready();
  await db.call('orders.accept', aBatch(1, {}, { ...ada, invoice: 'A' }));
  const done = await db.call('recipients.import', {
    people: [
      { ...ada, name: 'ADA LOVELACE', email: 'ada@example.com' },
      { ...ada, name: 'Bea' },
    ],
    now: noon,
  });
  expect(done).toEqual({ added: 1, known: 1 });
  const [found] = await people(db, 'name');
  expect(found).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com', orders: 1 });
});

test('taken off the list, the order stays; from History they come back with what was sent', async () => {
  const db = await ready();
  await db.call('orders.accept', aBatch(2, {}, { ...ada, name: 'Ada Lovelace' }));
  await sendLetter(db);
  const all = await people(db);
  expect(all).toMatchObject([{ documents: 1 }, { orders: 2 }]);
  await db.call('recipients.remove', { ids: all.map(({ id }) => id) });
  expect(await people(db)).toEqual([]);
  expect(await people(db, 'latest', 'ada')).toEqual([]);
  const filter = historyFilterSchema.parse({ search: 'ada' });
  expect((await db.call('history.totals', { filter })).shown).toBe(3);
  expect(await db.call('recipients.fromHistory', { after: 0, now: noon + 9 })).toEqual({
    added: 2,
    next: null,
  });
  expect(await db.call('recipients.fromHistory', { after: 0, now: noon + 9 })).toEqual({
    added: 0,
    next: null,
  });
  const back = await people(db);
  expect(back.map(({ orders, documents, lastAt }) => [orders, documents, lastAt])).toEqual([
    [0, 1, noon],
    [2, 0, noon],
  ]);
  const recipientId = back[1]?.id ?? '';
  const theirs = historyFilterSchema.parse({ recipientId });
  expect((await db.call('history.totals', { filter: theirs })).shown).toBe(2);
});

test('doubles are the same name in one place, or one e-mail address; merged they are one', async () => {
  const db = await ready();
  const add = (id: string, person: Partial<Person>) =>
    db.call('recipients.save', { id, now: noon, person: { ...ada, ...person } });
  await add('a', { postcode: '3011' });
  await add('b', { postcode: '3011', address: 'Main Street 1' });
  await add('c', { city: 'Oslo', country: 'NO', postcode: '0150' });
  await add('d', { name: 'Carl', email: 'carl@example.com' });
  await add('e', { name: 'C. Carlson', address: 'x', city: 'Elsewhere', email: 'CARL@example.com' });
  await add('f', { name: '', company: 'Firm' });
  await add('g', { name: '', company: 'Firm', address: 'other' });
  const groups = await db.call('recipients.doubles');
  expect(groups.map((group) => group.map(({ id }) => id).toSorted())).toEqual([
    ['a', 'b'],
    ['d', 'e'],
  ]);
  await db.call('recipients.merge', { keep: 'a', remove: ['b'] });
  expect(await db.call('recipients.doubles')).toHaveLength(1);
  expect(await db.call('recipients.get', { id: 'b' })).toMatchObject({ id: 'a', address: '1 Main St' });
  // Back to the form that was merged away: still one person, and still there.
  const back = await add('a', { postcode: '3011', address: 'Main Street 1' });
  expect(back).toMatchObject({ id: 'a', address: 'Main Street 1' });
  expect(await people(db, 'name', 'ada')).toHaveLength(2);
});

test('an erased person is gone from letters too, but not while one is on its way', async () => {
  const db = await ready();
  await sendLetter(db);
  const [found] = await people(db);
  expect(await db.call('recipients.erase', { id: found?.id ?? '', now: noon })).toEqual({ erased: false });
  await db.call('outbox.undo', { ids: null, batchId: 'mailing', now: noon });
  expect(await db.call('recipients.erase', { id: found?.id ?? '', now: noon })).toEqual({ erased: true });
  const mailing = await db.call('mailings.get', { id: 'mailing' });
  expect(JSON.stringify(mailing)).not.toMatch(/Ada|ada@/);
  const filter = historyFilterSchema.parse({ search: 'ada' });
  expect((await db.call('history.totals', { filter })).shown).toBe(0);
});

test('a document is to the first line of its address, or to its e-mail address', () => {
  expect(
    personOf({ addressLines: ['Ada', '1 Main St', 'London', 'SW1A 1AA'], country: 'GB', to: [] }),
  ).toMatchObject({
    name: 'Ada',
    country: 'UK',
    postcode: 'SW1A 1AA',
  });
  expect(personOf({ addressLines: [], country: 'CH', to: ['ada@example.com'] })).toEqual({
    ...nobody,
    name: 'ada@example.com',
    email: 'ada@example.com',
  });
});
