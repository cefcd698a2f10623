import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';
import { startMailingRig } from '../../fixtures/mailingRig.ts';

const person = {
  name: 'Xaverine Quillfeather',
  address: '77 Wyvern Lane',
  email: 'xaverine@example.com',
  city: 'Zyx',
};

async function withPerson(outcome: 'accepted' | 'none') {
  const folder = ownFolder();
  const db = await openTestDb(folder);
  await addAccount(db);
  const batch = aBatch(1, {}, { ...person, invoice: 'INV-1' });
  await db.call('orders.accept', {
    ...batch,
    rows: batch.rows.map((row) => ({ ...row, body: 'name=Xaverine+Quillfeather' })),
  });
  if (outcome === 'accepted') {
    const [wish] = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 });
    const happening = {
      id: wish?.id ?? '',
      event: { kind: 'accepted' },
      at: noon,
      readyAt: noon,
      raw: 'Xaverine',
    } as const;
    await db.call('outbox.settle', { happenings: [happening], next: null });
  }
  const { items } = await db.call('recipients.find', {
    search: 'xaverine',
    sort: 'latest',
    cursor: null,
    limit: 5,
  });
  return { folder, db, id: items[0]?.id ?? '' };
}

test('an erased person is in no table and no search, and bookkeeping stays', async () => {
  const { folder, db, id } = await withPerson('accepted');
  expect(await db.call('recipients.erase', { id, now: noon })).toEqual({ erased: true });
  const filter = historyFilterSchema.parse({});
  expect((await db.call('history.totals', { filter: { ...filter, search: 'xaverine' } })).shown).toBe(0);
  expect(
    (await db.call('recipients.find', { search: 'xaverine', sort: 'latest', cursor: null, limit: 5 })).total,
  ).toBe(0);
  const { items } = await db.call('history.page', {
    filter,
    sort: 'at',
    descending: true,
    cursor: null,
    limit: 5,
  });
  expect(items).toMatchObject([{ reference: 'INV-1', recipient: '', country: 'US', pieces: 1 }]);
  const backup = await db.backup();
  const text = readFileSync(join(folder, 'backups', backup.fileName)).toString('latin1');
  for (const word of ['Quillfeather', 'Wyvern', 'xaverine']) expect(text.includes(word), word).toBe(false);
  expect(readdirSync(folder)).toContain('postroom.db');
});

test('a person with something on its way out cannot be erased yet', async () => {
  const { db, id } = await withPerson('none');
  expect(await db.call('recipients.erase', { id, now: noon })).toEqual({ erased: false });
});

test('after the months of the settings old finished orders are blanked, young and open ones are not', async () => {
  const { db } = await withPerson('accepted');
  const name = async () =>
    (
      await db.call('history.lines', {
        itemIds: [
          (
            await db.call('history.page', {
              filter: historyFilterSchema.parse({}),
              sort: 'at',
              descending: true,
              cursor: null,
              limit: 1,
            })
          ).items[0]?.id ?? '',
        ],
      })
    )[0]?.recipient;
  expect(await db.call('recipients.eraseOld', { before: noon + 1, now: noon })).toEqual({ items: 0 });
  const [open] = await db.call('refresh.open', { accountId: 'acc', until: noon * 2, limit: 1 });
  await db.call('refresh.apply', {
    source: 'trepstar',
    changes: [{ orderId: open?.id ?? '', at: noon, nextCheckAt: null, status: 'shipped', events: [] }],
  });
  expect(await db.call('recipients.eraseOld', { before: noon, now: noon })).toEqual({ items: 0 });
  expect(await name()).toBe(person.name);
  expect(await db.call('recipients.eraseOld', { before: noon + 1, now: noon })).toEqual({ items: 1 });
  expect(await name()).toBe('');
});

test('letters that are over are blanked too, with what was measured on their pages; followed ones are not', async () => {
  const rig = await startMailingRig();
  const letter = { addressLines: ['Xaverine Quillfeather', '77 Wyvern Lane', '8000 Zyx'] };
  const first = { text: 'Xaverine Quillfeather' };
  const { id } = await rig.card('one', letter);
  const finding = {
    code: 'addrPlace' as const,
    severity: 'warning' as const,
    params: { line: 'Wyvern' },
    remedies: [],
  };
  const changes = [{ id, facts: { pages: [first] } as never, findings: [finding] }];
  await rig.db.call('cards.change', { changes });
  await rig.send('mailing-1', [id]);
  // Placed, and nothing more to do but to follow it.
  const settled = async () => {
    expect(await rig.db.call('mailings.followed')).toHaveLength(1);
    expect(await rig.db.call('saga.active')).toEqual([]);
  };
  await vi.waitFor(settled, { timeout: 20_000, interval: 10 });
  const later = Date.now() + 1;
  const eraseOld = () => rig.db.call('recipients.eraseOld', { before: later, now: later });
  const recipients = async () =>
    (await rig.mailing('mailing-1')).documents.map((one) => one.settings.addressLines);
  expect(await eraseOld()).toEqual({ items: 0 });
  expect(await recipients()).toEqual([letter.addressLines]);

  const [document] = (await rig.mailing('mailing-1')).documents;
  const bounce = {
    kind: 'sent',
    channel: 'email',
    at: '',
    detail: 'quillfeather@example.com',
    trackingId: '',
  };
  const report = {
    number: document?.number ?? '',
    status: 'sent',
    channel: 'print',
    findings: [],
    events: [bounce],
  };
  await rig.db.call('mailings.applyReports', {
    now: later,
    by: rig.reporter(),
    documents: [report],
    mailings: [],
  });
  expect(await eraseOld()).toEqual({ items: 1 });
  expect(await eraseOld()).toEqual({ items: 0 });
  expect(await recipients()).toEqual([[]]);
  const backup = await rig.db.backup();
  const text = readFileSync(join(rig.folder, 'backups', backup.fileName)).toString('latin1');
  for (const word of ['Quillfeather', 'quillfeather', 'Wyvern'])
    expect(text.includes(word), word).toBe(false);
});
