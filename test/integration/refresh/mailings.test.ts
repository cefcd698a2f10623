import { expect, test, vi } from 'vitest';
import { sandboxLifetime } from '../../../electron/gateways/tcgate/environments.ts';
import { TcgateClient } from '../../../electron/gateways/tcgate/tcgateClient.ts';
import { makeTokenSource } from '../../../electron/gateways/tcgate/token.ts';
import { refreshMailings } from '../../../electron/refresh/mailings.ts';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';
import { ok } from '../../../shared/contract/result.ts';
import { documentStatuses, mailingStatuses } from '../../../shared/mailings/documentStatus.ts';
import type { DocumentSettings, MailingSettings } from '../../../shared/mailings/mailing.ts';
import { startMailingRig, type MailingRig } from '../../fixtures/mailingRig.ts';

const never = new AbortController().signal;

/** A mailing that is placed; what it was until then is forgotten. */
async function placed(
  rig: MailingRig,
  names: readonly string[],
  settings: Partial<DocumentSettings> = {},
  order: Partial<MailingSettings> = {},
): Promise<string> {
  const cards = [];
  for (const name of names) cards.push((await rig.card(name, settings)).id);
  const id = `mailing-${names.join('-')}`;
  await rig.send(id, cards, order);
  await vi.waitFor(async () => expect((await rig.mailing(id)).orderNumber).not.toBe(''), {
    timeout: 20_000,
    interval: 10,
  });
  rig.server.requests.length = 0;
  return id;
}

/** One refresh, as the timer or **Refresh now** makes it. */
function refresher(rig: MailingRig, more: { now?: () => number; sandbox?: boolean } = {}) {
  const settings = accountSettingsSchema.parse({ signInWith: 'token' });
  const credentials = {
    get: () => Promise.resolve(ok(rig.server.fixedToken)),
    set: () => Promise.resolve(ok(undefined)),
    remove: () => Promise.resolve(ok(undefined)),
  };
  const base = rig.server.url;
  const tokens = makeTokenSource('acc', settings, base, { fetch, credentials, now: Date.now });
  const client = new TcgateClient({ fetch, base, place: base, tokens });
  const changed: string[] = [];
  const parts = {
    db: rig.db,
    clientFor: () => Promise.resolve(client),
    serviceOf: () => 'tcgate' as const,
    forgetsAfter: () => (more.sandbox === true ? sandboxLifetime : Number.POSITIVE_INFINITY),
    now: more.now ?? Date.now,
    onChange: (ids: readonly string[]) => changed.push(...ids),
  };
  return { changed, refresh: () => refreshMailings(parts, never) };
}

const document = async (rig: MailingRig, id: string, at = 0) => (await rig.mailing(id)).documents[at];
const asked = (rig: MailingRig): number => rig.server.requests.length;

test('every status of a document is understood, told once, and kept with its event', async () => {
  const rig = await startMailingRig();
  const words = documentStatuses.filter((word) => word !== 'created' && word !== 'accepted');
  const id = await placed(
    rig,
    words.map((word) => `to be ${word}`),
  );
  const { refresh } = refresher(rig);
  // Uploads run two at a time and may arrive in another order: the numbers are taken from the mailing.
  const placedDocuments = (await rig.mailing(id)).documents;
  for (const [index, word] of words.entries()) {
    const number = placedDocuments[index]?.number ?? '';
    const channel = word === 'bounced' || word === 'blocked' ? 'email' : 'print';
    const metadata = word === 'bounced' ? { error: 'Mailbox is full' } : { trackingId: `99.00.${index}` };
    rig.server.setDocument(number, { status: word, channel }, { type: word, metadata });
  }
  expect(await refresh()).toMatchObject({ ok: true });
  const { documents } = await rig.mailing(id);
  expect(documents.map(({ serviceStatus, status }) => [serviceStatus, status])).toEqual([
    ['rejected', 'refused'],
    ['acknowledged', 'accepted'],
    ['printing', 'made'],
    ['sent', 'shipped'],
    ['tracked', 'shipped'],
    ['delivered', 'delivered'],
    ['notdelivered', 'error'],
    ['bounced', 'error'],
    ['blocked', 'error'],
  ]);
  expect(documents.find(({ serviceStatus }) => serviceStatus === 'bounced')?.statusDetail).toContain(
    'Mailbox is full',
  );
  expect(documents.find(({ serviceStatus }) => serviceStatus === 'tracked')?.trackingId).toBe('99.00.4');
  const news = (await rig.db.call('news.unshown')).map(({ kind, detail }) => `${kind} ${detail}`.trim());
  expect(news.sort()).toEqual([
    'delivered',
    'problem blocked',
    'problem bounced',
    'problem notdelivered',
    'problem rejected',
    'shipped',
  ]);
  const before = await rig.db.call('mailings.document', { id: documents[3]?.id ?? '' });
  expect(await refresh()).toMatchObject({ ok: true, value: { changed: 0 } });
  expect(await rig.db.call('mailings.document', { id: documents[3]?.id ?? '' })).toEqual(before);
});

test('every status of an order is understood; a rejected one takes its documents along', async () => {
  const rig = await startMailingRig();
  const { refresh } = refresher(rig);
  for (const word of mailingStatuses) {
    const id = await placed(rig, [`in ${word}`]);
    const order = rig.server.orders.at(-1);
    if (order) order.status = word;
    expect(await refresh()).toMatchObject({ ok: true });
    expect((await rig.mailing(id)).serviceStatus).toBe(word);
  }
  expect(await document(rig, 'mailing-in rejected')).toMatchObject({ status: 'refused', step: 'rejected' });
  expect((await rig.mailing('mailing-in executed')).status).toBe('shipped');
});

test('what happened to an order stands in its timeline once, and a bounce says only why', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['by post']);
  const { refresh } = refresher(rig);
  const order = rig.server.orders.at(-1);
  const at = '2026-11-22T10:00:00Z';
  order?.events.push({ type: 'processed', channel: 'print', timestamp: at, metadata: {} });
  const number = (await document(rig, id))?.number ?? '';
  rig.server.setDocument(
    number,
    { status: 'bounced', channel: 'email' },
    { type: 'bounced', metadata: { error: 'Mailbox is full' } },
  );
  expect(await refresh()).toMatchObject({ ok: true });
  expect(await refresh()).toMatchObject({ ok: true, value: { changed: 0 } });
  const { timeline = [] } = (await rig.db.call('mailings.get', { id })) ?? {};
  expect(timeline.filter(({ detail }) => detail.includes('processed'))).toMatchObject([
    { kind: 'status', source: 'tcgate', at: Date.parse(at), detail: 'print · processed' },
  ]);
  expect((await document(rig, id))?.statusDetail).toBe('Mailbox is full');
});

test('a status nobody knows is shown as it is; one that goes back is told, not applied', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['strange', 'backward']);
  const { refresh } = refresher(rig);
  const [strange = '', backward = ''] = (await rig.mailing(id)).documents.map(({ number }) => number);
  rig.server.setDocument(strange, { status: 'shredded' });
  rig.server.setDocument(backward, { status: 'sent', channel: 'print' }, { type: 'sent' });
  await refresh();
  rig.server.setDocument(backward, { status: 'printing' });
  await refresh();
  expect(await document(rig, id, 0)).toMatchObject({ serviceStatus: 'shredded', status: 'other' });
  const second = await document(rig, id, 1);
  expect(second).toMatchObject({ serviceStatus: 'sent', status: 'shipped' });
  const steps = (await rig.db.call('mailings.document', { id: second?.id ?? '' }))?.timeline ?? [];
  expect(steps.filter(({ kind }) => kind === 'backward')).toHaveLength(1);
  // What comes after a strange word counts again.
  rig.server.setDocument(strange, { status: 'delivered' });
  await refresh();
  expect(await document(rig, id, 0)).toMatchObject({ status: 'delivered' });
});

test('registered mail is followed beyond "sent", each step of its way once, to the end', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['registered'], {}, { postage: 'R' });
  const { refresh } = refresher(rig);
  const number = rig.server.documents[0]?.number ?? '';
  for (const word of ['sent', 'tracked', 'tracked', 'notdelivered']) {
    const metadata = { trackingId: '98.33.1' };
    rig.server.setDocument(number, { status: word, channel: 'print' }, { type: word, metadata });
    await refresh();
  }
  const found = await document(rig, id);
  expect(found).toMatchObject({ serviceStatus: 'notdelivered', trackingId: '98.33.1', step: 'done' });
  const steps = (await rig.db.call('mailings.document', { id: found?.id ?? '' }))?.timeline ?? [];
  expect(steps.filter(({ detail }) => detail.includes('tracked'))).toHaveLength(2);
  rig.server.requests.length = 0;
  await refresh();
  expect(asked(rig)).toBe(0);
});

test('few calls: two lists for up to twenty open orders, none when nothing is open', async () => {
  const rig = await startMailingRig();
  const { refresh } = refresher(rig);
  await refresh();
  expect(asked(rig)).toBe(0);
  for (let index = 0; index < 5; index += 1) await placed(rig, [`letter ${index}`]);
  await refresh();
  expect(rig.server.requests.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`)).toEqual([
    'GET /orders',
    'GET /documents',
  ]);
  for (const { number } of rig.server.documents)
    rig.server.setDocument(number, { status: 'sent', channel: 'print' }, { type: 'sent' });
  await refresh();
  rig.server.requests.length = 0;
  await refresh();
  expect(asked(rig)).toBe(0);
});

test('what the sandbox forgets after ten minutes is no error and asked about no more', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['fleeting']);
  let later = 0;
  const now = (): number => Date.now() + later;
  const { refresh } = refresher(rig, { now, sandbox: true });
  rig.server.documents = [];
  rig.server.orders = [];
  // A list that is a moment behind proves nothing.
  expect(await refresh()).toMatchObject({ ok: true });
  await refresh();
  expect(asked(rig)).toBe(4);
  later = 11 * 60_000;
  expect(await refresh()).toMatchObject({ ok: true });
  rig.server.requests.length = 0;
  expect(await refresh()).toMatchObject({ ok: true });
  expect(asked(rig)).toBe(0);
  const { status, serviceStatus } = await rig.mailing(id);
  expect([status, serviceStatus]).toEqual(['accepted', 'placed']);
  const told = (await rig.db.call('mailings.get', { id }))?.timeline.at(-1);
  expect(told?.kind).toBe('unfollowed');
  expect(await rig.db.call('news.unshown')).toEqual([]);
});

test('elsewhere an order that a list leaves out is asked about again: the list may be wrong', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['kept']);
  const { refresh } = refresher(rig, { now: () => Date.now() + 86_400_000 });
  const { orders } = rig.server;
  rig.server.orders = [];
  await refresh();
  rig.server.orders = orders;
  const [order] = orders;
  if (order) order.status = 'executing';
  await refresh();
  expect((await rig.mailing(id)).serviceStatus).toBe('executing');
});

test('a service in trouble is said, and nothing changes', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['letter']);
  const { refresh, changed } = refresher(rig);
  const before = await rig.mailing(id);
  for (const trouble of ['error-500', 'html', 'truncated', 'too-many', 'drop-after'] as const) {
    rig.server.misbehave(() => trouble);
    expect(await refresh(), trouble).toMatchObject({ ok: false });
  }
  expect(await rig.mailing(id)).toEqual(before);
  expect(changed).toEqual([]);
});

test('an e-mail is followed while it can bounce, and no longer', async () => {
  const rig = await startMailingRig();
  await placed(rig, ['mail'], { sendBy: 'email', to: ['anna@example.com'] });
  let later = 0;
  const { refresh } = refresher(rig, { now: () => Date.now() + later });
  const [mail] = rig.server.documents;
  rig.server.setDocument(mail?.number ?? '', { status: 'sent', channel: 'email' }, { type: 'sent' });
  await refresh();
  later = 13 * 86_400_000;
  rig.server.requests.length = 0;
  await refresh();
  expect(asked(rig)).toBe(2);
  later = 15 * 86_400_000;
  await refresh();
  rig.server.requests.length = 0;
  await refresh();
  expect(asked(rig)).toBe(0);
});

test('after a failed e-mail "Email then post" goes on with paper', async () => {
  const rig = await startMailingRig();
  const id = await placed(rig, ['both'], { sendBy: 'emailThenPost', to: ['anna@example.com'] });
  const { refresh } = refresher(rig);
  const number = rig.server.documents[0]?.number ?? '';
  const seen: (string | undefined)[] = [];
  for (const [status, channel] of [
    ['acknowledged', 'email'],
    ['rejected', 'email'],
    ['acknowledged', 'print'],
    ['printing', 'print'],
    ['sent', 'print'],
  ] as const) {
    rig.server.setDocument(number, { status, channel }, { type: status });
    await refresh();
    seen.push((await document(rig, id))?.serviceStatus);
  }
  expect(seen).toEqual(['acknowledged', 'rejected', 'acknowledged', 'printing', 'sent']);
});
