import { expect, onTestFinished, test, vi } from 'vitest';
import { sandboxLifetime } from '../../../electron/gateways/tcgate/environments.ts';
import { refreshMailings } from '../../../electron/refresh/mailings.ts';
import { startTcgateServer, type TcgateServer } from '../../fakes/tcgateServer.ts';
import { startMailingRig, type MailingRig } from '../../fixtures/mailingRig.ts';

const patient = { timeout: 20_000, interval: 10 };
const now = 1_800_000_000_000;

/** Another environment of the service, where nothing of the first is known. */
async function elsewhere(): Promise<TcgateServer> {
  const server = await startTcgateServer();
  onTestFinished(() => server.close());
  return server;
}

const wish = async (rig: MailingRig) => (await rig.db.call('outbox.groups')).groups[0]?.first;
const untilAside = (rig: MailingRig): Promise<void> =>
  vi.waitFor(
    async () => expect(await wish(rig)).toMatchObject({ status: 'refused', troubleCode: 'account-changed' }),
    patient,
  );
const untilPlaced = (rig: MailingRig): Promise<void> =>
  vi.waitFor(async () => expect((await rig.mailing('mailing-1')).orderNumber).not.toBe(''), patient);

/** The order's answer is lost; before anybody asks, the account points elsewhere. */
async function inDoubt(rig: MailingRig): Promise<void> {
  const lost = new Promise<void>((resolve) => {
    rig.server.misbehave(({ method, path }) => {
      if (method !== 'POST' || path !== '/orders') return null;
      resolve();
      return 'drop-after';
    });
  });
  const cards = [await rig.card('one'), await rig.card('two')];
  await rig.send(
    'mailing-1',
    cards.map(({ id }) => id),
  );
  await lost;
}

test('an order in doubt is neither asked about nor sent at another place; put back, it is found', async () => {
  const rig = await startMailingRig({ firstAsk: 3_000 });
  const other = await elsewhere();
  await inDoubt(rig);
  rig.pointTo(other);
  await untilAside(rig);
  await rig.kill();
  await rig.begin();
  await untilAside(rig);
  expect(other.requests).toEqual([]);
  rig.pointTo(rig.server);
  await untilPlaced(rig);
  expect(await wish(rig)).toBeUndefined();
  expect(rig.server.orders).toHaveLength(1);
  expect(rig.server.documents).toHaveLength(2);
  expect((await rig.mailing('mailing-1')).status).toBe('accepted');

  // Placed, it is not asked about elsewhere, however long nobody there knows it.
  rig.pointTo(other);
  const parts = {
    db: rig.db,
    clientFor: () => Promise.resolve(rig.client),
    serviceOf: () => 'tcgate' as const,
    forgetsAfter: () => sandboxLifetime,
    now: () => Date.now() + 86_400_000,
    onChange: () => undefined,
  };
  await refreshMailings(parts, new AbortController().signal);
  expect(other.requests).toEqual([]);
  expect(await rig.db.call('mailings.followed')).toHaveLength(1);
});

test('documents uploaded at one place are not ordered at another', async () => {
  const rig = await startMailingRig();
  const other = await elsewhere();
  rig.server.autoAccept = false;
  const card = await rig.card('letter');
  await rig.send('mailing-1', [card.id]);
  await vi.waitFor(() => expect(rig.server.documents).toHaveLength(1), patient);
  rig.pointTo(other);
  await untilAside(rig);
  rig.server.autoAccept = true;
  expect(other.requests).toEqual([]);
  rig.pointTo(rig.server);
  rig.server.step();
  await untilPlaced(rig);
  expect(rig.server.documents).toHaveLength(1);
});

test('a changed account is noticed though each answer takes longer than the wait for the next question', async () => {
  const rig = await startMailingRig({ watch: 0 });
  const other = await elsewhere();
  rig.server.autoAccept = false;
  const card = await rig.card('letter');
  await rig.send('mailing-1', [card.id]);
  // It asks how far the validation is, again and again, and never comes to rest.
  await vi.waitFor(
    () =>
      expect(rig.server.requests.filter(({ path }) => path.startsWith('/documents')).length).toBeGreaterThan(
        5,
      ),
    patient,
  );
  rig.pointTo(other);
  await untilAside(rig);
  expect(other.requests).toEqual([]);
});

test('one whose account will not be put back goes again as cards, and is closed without a word to the new place', async () => {
  const rig = await startMailingRig({ firstAsk: 3_000 });
  const other = await elsewhere();
  await inDoubt(rig);
  rig.pointTo(other);
  await untilAside(rig);
  expect(await rig.db.call('mailings.reopen', { id: 'mailing-1', cards: [], now })).toBe(true);
  rig.mailer.wake();
  await vi.waitFor(async () => expect((await rig.mailing('mailing-1')).status).toBe('cancelled'), patient);
  expect(await wish(rig)).toBeUndefined();
  expect(other.requests).toEqual([]);
  rig.pointTo(rig.server);
  rig.mailer.wake();
  await vi.waitFor(async () => expect(await rig.db.call('saga.active')).toEqual([]), patient);
  expect(rig.server.orders).toHaveLength(1);
});

test('cancelled before its order left, it ends here; cancelled with its order in doubt, it waits for the account', async () => {
  const rig = await startMailingRig({ firstAsk: 3_000 });
  const other = await elsewhere();
  rig.server.autoAccept = false;
  const card = await rig.card('letter');
  await rig.send('mailing-0', [card.id]);
  await vi.waitFor(() => expect(rig.server.documents).toHaveLength(1), patient);
  rig.pointTo(other);
  await untilAside(rig);
  await rig.db.call('mailings.cancel', { id: 'mailing-0', now });
  rig.mailer.wake();
  await vi.waitFor(async () => expect((await rig.mailing('mailing-0')).status).toBe('cancelled'), patient);

  rig.server.autoAccept = true;
  rig.pointTo(rig.server);
  await inDoubt(rig);
  rig.pointTo(other);
  await rig.db.call('mailings.cancel', { id: 'mailing-1', now });
  await untilAside(rig);
  expect(await rig.mailing('mailing-1')).toMatchObject({ status: 'refused' });
  expect(other.requests).toEqual([]);
  rig.server.misbehave(() => null);
  rig.pointTo(rig.server);
  await untilPlaced(rig);
  expect(rig.server.orders).toHaveLength(1);
});

test('a login mended before anything left leads to the new place', async () => {
  const rig = await startMailingRig();
  const other = await elsewhere();
  rig.server.misbehave(() => 'unauthorized');
  const card = await rig.card('letter');
  await rig.send('mailing-1', [card.id]);
  await vi.waitFor(() => expect(rig.server.requests.length).toBeGreaterThan(0), patient);
  await vi.waitFor(() => expect(rig.mailer.pauses()).not.toEqual([]), patient);
  rig.pointTo(other);
  await untilPlaced(rig);
  expect(other.orders).toHaveLength(1);
});

test('news of another place, or of another account with the same numbers, are not taken for ours', async () => {
  const rig = await startMailingRig();
  const card = await rig.card('letter');
  await rig.send('mailing-1', [card.id]);
  await untilPlaced(rig);
  const { documents, orderNumber } = await rig.mailing('mailing-1');
  const [ours] = documents;
  const number = ours?.number ?? '';
  const report = { number, status: 'bounced', channel: 'email', findings: [], events: [] };
  const order = { number: orderNumber, status: 'rejected', scheduleOn: '', findings: [], events: [] };
  for (const by of [
    { ...rig.reporter(), place: 'https://elsewhere.test' },
    { ...rig.reporter(), accountId: 'another' },
  ]) {
    const news = { now, by, documents: [report], mailings: [order] };
    expect(await rig.db.call('mailings.applyReports', news)).toEqual([]);
  }
  expect(await rig.db.call('mailings.documentByNumber', { accountId: 'another', number })).toBeNull();
  expect(await rig.db.call('mailings.documentByNumber', { accountId: 'acc', number })).toBe(ours?.id);
  expect((await rig.mailing('mailing-1')).status).toBe('accepted');
});
