import { expect, it } from 'vitest';
import {
  createTcgatePractice,
  practiceMailAddress,
} from '../../../electron/gateways/practice/tcgatePractice.ts';
import { TcgateClient } from '../../../electron/gateways/tcgate/tcgateClient.ts';
import { makeTokenSource } from '../../../electron/gateways/tcgate/token.ts';
import { encodeMailing } from '../../../electron/gateways/tcgate/encodeMailing.ts';
import { encodeDocument } from '../../../electron/gateways/tcgate/upload.ts';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';
import { ok } from '../../../shared/contract/result.ts';
import {
  documentSettingsSchema,
  mailingSettingsSchema,
  type DocumentSettings,
  type MailingSettings,
} from '../../../shared/mailings/mailing.ts';
import { ownFolder } from '../../fixtures/engine.ts';

const never = new AbortController().signal;

/** The app's own client and the simulator, with a clock that is moved by hand. */
function rig() {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const fetch = createTcgatePractice({ folder: ownFolder(), now: () => clock.now });
  const settings = accountSettingsSchema.parse({ signInWith: 'token' });
  const credentials = {
    get: () => Promise.resolve(ok('practice')),
    set: () => Promise.resolve(ok(undefined)),
    remove: () => Promise.resolve(ok(undefined)),
  };
  const base = practiceMailAddress;
  const tokens = makeTokenSource('acc', settings, base, { fetch, credentials, now: () => clock.now });
  const client = new TcgateClient({ fetch, base, place: base, tokens });
  let serial = 0;
  const upload = async (fileName: string, more: Partial<DocumentSettings> = {}): Promise<string> => {
    const bytes = Buffer.from(`%PDF-1.4 ${fileName}`);
    const id = `doc-${++serial}`;
    const made = await client.uploadDocument(
      {
        operationId: id,
        clientReference: id,
        metadata: encodeDocument(documentSettingsSchema.parse(more), id),
        fileName,
        bytes: bytes.length,
        open: async function* () {
          yield await Promise.resolve(bytes);
        },
        onProgress: () => undefined,
      },
      never,
    );
    if (made.kind !== 'done' || made.value.number === null) throw new Error(made.kind);
    return made.value.number;
  };
  const place = async (
    sendBy: DocumentSettings['sendBy'],
    numbers: string[],
    more: Partial<MailingSettings> = {},
  ): Promise<string> => {
    clock.now += 3_000;
    const body = encodeMailing(mailingSettingsSchema.parse(more), sendBy, numbers, `order-${++serial}`);
    const made = await client.placeOrder(body, `order-${serial}`, never);
    if (made.kind !== 'done' || made.value.number === null) throw new Error(JSON.stringify(made));
    return made.value.number;
  };
  const statusOf = async (number: string): Promise<string> => {
    const found = await client.getDocument(number, never);
    return found.kind === 'done' ? found.value.status : found.kind;
  };
  /** The words a document goes through, looked at every second for so many seconds. */
  const way = async (number: string, seconds: number): Promise<string[]> => {
    const words: string[] = [];
    for (let second = 0; second < seconds; second += 1) {
      clock.now += 1_000;
      const word = await statusOf(number);
      if (words.at(-1) !== word) words.push(word);
    }
    return words;
  };
  return { client, clock, upload, place, statusOf, way };
}

it('validates after a while, and rejects what is named so, with findings', async () => {
  const { client, clock, upload, statusOf } = rig();
  const good = await upload('Letter.pdf');
  const bad = await upload('please reject.pdf');
  expect([await statusOf(good), await statusOf(bad)]).toEqual(['created', 'created']);
  clock.now += 3_000;
  expect([await statusOf(good), await statusOf(bad)]).toEqual(['accepted', 'rejected']);
  const found = await client.getDocument(bad, never);
  expect(found.kind === 'done' ? found.value.findings.join() : '').toMatch(/A4/);
});

it('prints and posts a letter; a registered one is tracked and delivered, or comes back', async () => {
  const { upload, place, way } = rig();
  const plain = await upload('Letter.pdf');
  await place('post', [plain]);
  expect(await way(plain, 60)).toEqual(['accepted', 'acknowledged', 'printing', 'sent']);
  const registered = await upload('Registered.pdf');
  await place('post', [registered], { postage: 'R' });
  expect((await way(registered, 90)).slice(-2)).toEqual(['tracked', 'delivered']);
  const returned = await upload('Returned.pdf', { addressLines: ['Return Sender', 'Weg 1', '3000 Bern'] });
  await place('post', [returned], { postage: 'R' });
  expect((await way(returned, 90)).slice(-2)).toEqual(['tracked', 'notdelivered']);
});

it('e-mails arrive, bounce or are blocked; then paper follows where it should', async () => {
  const { client, upload, place, way } = rig();
  const mail = await upload('Mail.pdf', { sendBy: 'email', to: ['anna@example.com'] });
  await place('email', [mail]);
  expect(await way(mail, 60)).toEqual(['accepted', 'acknowledged', 'sent']);
  const bounced = await upload('Bounced.pdf', { sendBy: 'email', to: ['bounce@example.com'] });
  await place('email', [bounced]);
  expect((await way(bounced, 60)).slice(-2)).toEqual(['sent', 'bounced']);
  const listed = await client.listBounced(never);
  expect(listed.kind === 'done' ? listed.value.map(({ number }) => number) : []).toEqual([bounced]);
  const blocked = await upload('Blocked.pdf', { sendBy: 'emailThenPost', to: ['block@example.com'] });
  await place('emailThenPost', [blocked]);
  expect(await way(blocked, 90)).toEqual([
    'accepted',
    'acknowledged',
    'sent',
    'blocked',
    'acknowledged',
    'printing',
    'sent',
  ]);
});

it('keeps an order for its day, lets it be moved and taken back, and then deletes its documents', async () => {
  const { client, clock, upload, place, statusOf } = rig();
  const letter = await upload('Later.pdf');
  const order = await place('post', [letter], { sendOn: '2026-12-24' });
  clock.now += 10_000;
  const orderNow = async () => {
    const found = await client.getOrder(order, never);
    return found.kind === 'done' ? [found.value.status, found.value.scheduleOn.slice(0, 10)] : [found.kind];
  };
  expect(await orderNow()).toEqual(['scheduled', '2026-12-24']);
  expect(await client.reschedule(order, '2026-12-31', 'move-1', never)).toMatchObject({ kind: 'done' });
  expect(await orderNow()).toEqual(['scheduled', '2026-12-31']);
  expect(await client.deleteDocument(letter, 'del-1', never)).toMatchObject({ kind: 'refused' });
  expect(await client.deleteOrder(order, 'del-2', never)).toMatchObject({ kind: 'done' });
  expect(await client.deleteDocument(letter, 'del-3', never)).toMatchObject({ kind: 'done' });
  expect(await statusOf(letter)).toBe('refused');
});

it('takes an Operation-ID once, and finds what it took by reference, also after a restart of the app', async () => {
  const { client, upload } = rig();
  const number = await upload('Once.pdf');
  const found = await client.findDocument('doc-1', never);
  expect(found).toMatchObject({ kind: 'done', value: { number } });
  expect(await client.deleteDocument(number, 'doc-1', never)).toMatchObject({
    kind: 'refused',
    code: 'conflict',
  });
});
