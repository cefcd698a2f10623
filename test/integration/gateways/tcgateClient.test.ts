import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';
import { ok } from '../../../shared/contract/result.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import type { CredentialStore } from '../../../electron/credentials/credentialStore.ts';
import { encodeMailing } from '../../../electron/gateways/tcgate/encodeMailing.ts';
import { equals } from '../../../electron/gateways/tcgate/odata.ts';
import { TcgateClient, type Upload } from '../../../electron/gateways/tcgate/tcgateClient.ts';
import { makeTokenSource } from '../../../electron/gateways/tcgate/token.ts';
import { encodeDocument } from '../../../electron/gateways/tcgate/upload.ts';
import type { Misbehaviour } from '../../fakes/tcgate/model.ts';
import { startTcgateServer, type TcgateServer } from '../../fakes/tcgateServer.ts';

const secret = 'Ab!c12dD34';
const never = new AbortController().signal;
const pdf = new TextEncoder().encode('%PDF-1.7 a letter');
let server: TcgateServer;
let now = Date.now();

beforeEach(async () => {
  server = await startTcgateServer();
  now = Date.now();
});
afterEach(() => server.close());

function credentials(given: string | null): CredentialStore {
  return {
    get: () => Promise.resolve(ok(given)),
    set: () => Promise.resolve(ok(undefined)),
    remove: () => Promise.resolve(ok(undefined)),
  };
}

function client(
  given: string | null = secret,
  signInWith: 'secret' | 'token' = 'secret',
  clientId = 'ABC123',
): TcgateClient {
  const settings = accountSettingsSchema.parse({ signInWith, clientId, tenant: 'Tripoli' });
  const deps = { fetch, credentials: credentials(given), now: () => now };
  return new TcgateClient({
    fetch,
    base: server.url,
    place: server.url,
    tokens: makeTokenSource('a', settings, server.url, deps),
  });
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 5);
  yield bytes.subarray(5);
}

function upload(change: Partial<Upload> = {}): Upload {
  return {
    operationId: 'op-1',
    clientReference: 'RV-1 pr7f3',
    metadata: encodeDocument(documentSettingsSchema.parse({ type: 'TERM' }), 'RV-1 pr7f3'),
    fileName: 'Rechnung ü.pdf',
    bytes: pdf.byteLength,
    open: () => one(pdf),
    onProgress: () => undefined,
    ...change,
  };
}

/** Misbehaves once, on the first request that matches, then never again. */
function once(what: Misbehaviour, method: string, path: string): void {
  let done = false;
  server.misbehave((request) => {
    if (done || request.method !== method || !request.path.startsWith(path)) return null;
    done = true;
    return what;
  });
}

describe('sign-in', () => {
  it('makes a token once for many calls, and a new one shortly before it ends', async () => {
    const it_ = client();
    await Promise.all([it_.listOrders({}, never), it_.listDocuments({}, never)]);
    expect(server.tokensMade).toBe(1);
    now += server.tokenLifetimeMs - 2 * 60_000;
    await it_.listOrders({}, never);
    expect(server.tokensMade).toBe(2);
  });

  it('renews once after a 401 and repeats the call, upload body included', async () => {
    const it_ = client();
    await it_.listOrders({}, never);
    server.expireTokens();
    expect(await it_.uploadDocument(upload(), never)).toMatchObject({ kind: 'done' });
    expect(server.tokensMade).toBe(2);
    expect(server.documents).toHaveLength(1);
  });

  it('reports a 401 that stays, a wrong secret, a wrong client id and a missing secret, and never shows the secret', async () => {
    server.misbehave((request) => (request.path.startsWith('/orders') ? 'unauthorized' : null));
    expect(await client().listOrders({}, never)).toMatchObject({
      kind: 'refused',
      status: 401,
      code: 'wrong-login',
    });
    server.misbehave(() => null);
    const wrong = await client('wrong secret').listOrders({}, never);
    expect(wrong).toMatchObject({ kind: 'not-sent', cause: 'wrong-login' });
    expect(JSON.stringify(wrong)).not.toContain('wrong secret');
    expect(await client(secret, 'secret', 'XYZ999').listOrders({}, never)).toMatchObject({
      kind: 'not-sent',
      cause: 'wrong-login',
    });
    expect(await client(null).listOrders({}, never)).toMatchObject({
      kind: 'not-sent',
      cause: 'missing-secret',
    });
  });

  it.each([-3, 3])('works while the clock of this computer is wrong by %i hours', async (hours) => {
    now = Date.now() + hours * 3_600_000;
    const it_ = client();
    for (let call = 0; call < 5; call += 1)
      expect(await it_.listOrders({}, never)).toMatchObject({ kind: 'done' });
    // A token that looks outdated here is good there: no new one for every call.
    expect(server.tokensMade).toBe(1);
    server.expireTokens();
    expect(await it_.listOrders({}, never)).toMatchObject({ kind: 'done' });
  });

  it('uses the fixed token as it is', async () => {
    expect(await client(server.fixedToken, 'token').listOrders({}, never)).toMatchObject({ kind: 'done' });
    expect(server.tokensMade).toBe(0);
  });
});

describe('upload', () => {
  it('delivers the same bytes and metadata, and reads the number from Location', async () => {
    const progress: number[] = [];
    const done = await client().uploadDocument(upload({ onProgress: (sent) => progress.push(sent) }), never);
    expect(server.documents[0]).toMatchObject({
      type: 'TERM',
      clientReference: 'RV-1 pr7f3',
      operationId: 'op-1',
    });
    expect(server.documents[0]?.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    expect(done).toMatchObject({ kind: 'done', value: { number: server.documents[0]?.number } });
    expect(progress).toEqual([5, pdf.byteLength]);
  });

  it.each(['empty-202', 'body-number'] as const)('finds the number when the answer is %s', async (answer) => {
    once(answer, 'POST', '/documents');
    const it_ = client();
    const done = await it_.uploadDocument(upload(), never);
    expect(done).toMatchObject({
      kind: 'done',
      value: { number: answer === 'empty-202' ? null : server.documents[0]?.number },
    });
    const found = await it_.findDocument('pr7f3', never);
    expect(found).toMatchObject({ kind: 'done', value: { number: server.documents[0]?.number } });
  });

  it.each(['drop-after', 'drop-before', 'cut-upload', 'error-500', 'html', 'truncated'] as const)(
    'calls %s an unknown outcome, and the lookup tells whether it arrived',
    async (trouble) => {
      once(trouble, 'POST', '/documents');
      const it_ = client();
      const outcome = await it_.uploadDocument(upload(), never);
      expect(outcome.kind).toBe('unknown');
      const found = await it_.findDocument('pr7f3', never);
      const arrived = trouble === 'drop-after' || trouble === 'truncated';
      expect(found).toMatchObject({
        kind: 'done',
        value: arrived ? { clientReference: 'RV-1 pr7f3' } : null,
      });
    },
  );

  it('an upload cut at 60 % has not arrived; sent again it is there once, whole', async () => {
    const large = new Uint8Array(2_000_000).map((_, index) => index % 251);
    const sent: number[] = [];
    const it_ = client();
    const change = {
      bytes: large.byteLength,
      onProgress: (bytes: number) => sent.push(bytes),
      open: async function* () {
        for (let from = 0; from < large.byteLength; from += 50_000)
          yield await Promise.resolve(large.subarray(from, from + 50_000));
      },
    };
    server.cutAt = 1_200_000;
    once('cut-upload', 'POST', '/documents');
    expect((await it_.uploadDocument(upload(change), never)).kind).toBe('unknown');
    expect(sent.length).toBeGreaterThan(20);
    expect(await it_.findDocument('pr7f3', never)).toMatchObject({ kind: 'done', value: null });
    expect(await it_.uploadDocument(upload(change), never)).toMatchObject({ kind: 'done' });
    expect(server.documents.map(({ sha256 }) => sha256)).toEqual([
      createHash('sha256').update(large).digest('hex'),
    ]);
  });

  const uploads = (): (number | null)[] =>
    server.requests.filter(({ path }) => path === '/documents').map(({ length }) => length);

  it('sends a body whole where one in pieces is refused, each file once, and remembers it', async () => {
    server.misbehave((request) => (request.path.startsWith('/documents') ? 'length-required' : null));
    const large = new Uint8Array(3_000_000).map((_, index) => index % 251);
    const it_ = client();
    const change = { bytes: large.byteLength, open: () => one(large) };
    expect(await it_.uploadDocument(upload(change), never)).toMatchObject({ kind: 'done' });
    expect(await it_.uploadDocument(upload({ operationId: 'op-2' }), never)).toMatchObject({ kind: 'done' });
    expect(uploads()).toEqual([null, expect.any(Number), expect.any(Number)]);
    expect(uploads()[1]).toBeGreaterThan(large.byteLength);
    expect(
      server.requests.filter(({ path }) => path === '/documents').map((seen) => seen.operationId),
    ).toEqual(['op-1', 'op-1', 'op-2']);
    expect(server.documents.map(({ sha256 }) => sha256)).toEqual(
      [large, pdf].map((bytes) => createHash('sha256').update(bytes).digest('hex')),
    );
  });

  it('does not send a second body after an answer that says nothing about the length', async () => {
    server.misbehave((request) => (request.path === '/documents' ? 'error-500' : null));
    expect((await client().uploadDocument(upload(), never)).kind).toBe('unknown');
    expect(uploads()).toEqual([null]);
  });

  it('has sent nothing when the file cannot be read for a whole body', async () => {
    server.misbehave((request) => (request.path === '/documents' ? 'length-required' : null));
    let opened = 0;
    const open = async function* (): AsyncGenerator<Uint8Array> {
      opened += 1;
      if (opened > 1) throw new Error('gone');
      yield await Promise.resolve(pdf);
    };
    expect(await client().uploadDocument(upload({ open }), never)).toMatchObject({
      kind: 'not-sent',
      cause: 'file-unreadable',
    });
    expect(server.documents).toEqual([]);
  });

  it('pauses for as long as the service asks', async () => {
    once('too-many', 'POST', '/documents');
    expect(await client().uploadDocument(upload(), never)).toMatchObject({
      kind: 'not-sent',
      cause: 'too-many-requests',
      retryAfter: 1,
    });
  });

  it('takes an Operation-ID that was used already for a conflict, to be looked up', async () => {
    const it_ = client();
    await it_.uploadDocument(upload(), never);
    expect(await it_.uploadDocument(upload(), never)).toMatchObject({ kind: 'refused', code: 'conflict' });
    expect(server.documents).toHaveLength(1);
  });

  it('can be cancelled, and says that the outcome is unknown', async () => {
    const stop = new AbortController();
    once('hang', 'POST', '/documents');
    const running = client().uploadDocument(upload({ onProgress: () => stop.abort() }), stop.signal);
    expect(await running).toMatchObject({ kind: 'unknown', cause: 'cancelled' });
  });
});

describe('orders and lists', () => {
  async function accepted(it_: TcgateClient): Promise<string> {
    await it_.uploadDocument(upload(), never);
    return server.documents[0]?.number ?? '';
  }

  it('places, reads, moves and deletes an order', async () => {
    const it_ = client();
    const number = await accepted(it_);
    const body = encodeMailing(
      mailingSettingsSchema.parse({ sendOn: '2099-01-01' }),
      'post',
      [number],
      'M-1 prabc',
    );
    const placed = await it_.placeOrder(body, 'op-2', never);
    const order = placed.kind === 'done' ? (placed.value.number ?? '') : '';
    server.step();
    server.step();
    expect(await it_.getOrder(order, never)).toMatchObject({
      value: { status: 'scheduled', documents: [number] },
    });
    expect(await it_.deleteDocument(number, 'op-3', never)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('linked'),
    });
    expect(await it_.reschedule(order, '2099-02-02', 'op-4', never)).toMatchObject({ kind: 'done' });
    expect(server.orders[0]?.scheduleOn).toBe('2099-02-02');
    expect(await it_.listOrderDocuments(order, never)).toMatchObject({ value: [{ number }] });
    expect(await it_.deleteOrder(order, 'op-5', never)).toMatchObject({ kind: 'done' });
    expect(await it_.deleteOrder(order, 'op-6', never)).toMatchObject({ kind: 'done' });
    expect(await it_.deleteDocument(number, 'op-7', never)).toMatchObject({ kind: 'done' });
    expect(server.documents).toHaveLength(0);
  });

  it('finds an order whose answer was lost, by its reference', async () => {
    const it_ = client();
    const number = await accepted(it_);
    once('drop-after', 'POST', '/orders');
    const body = encodeMailing(mailingSettingsSchema.parse({}), 'post', [number], "O'Neil prabc");
    expect(await it_.placeOrder(body, 'op-2', never)).toMatchObject({ kind: 'unknown' });
    expect(await it_.findOrder('prabc', never)).toMatchObject({
      kind: 'done',
      value: { number: server.orders[0]?.number },
    });
    expect(await it_.findOrder('prxyz', never)).toMatchObject({ kind: 'done', value: null });
  });

  it('reads a list of several pages, and a row that comes twice counts once', async () => {
    const it_ = client();
    for (let n = 0; n < 205; n++) await it_.uploadDocument(upload({ operationId: `op-${n}` }), never);
    server.misbehave((request) => (request.path.startsWith('/documents?') ? 'repeat-row' : null));
    const rows = await it_.listDocuments(
      { filter: equals('status', 'accepted'), orderBy: 'number asc' },
      never,
    );
    expect(rows.kind === 'done' && rows.value.length).toBe(205);
  });

  it('shows the words and the instance of a problem', async () => {
    const refused = await client().placeOrder(
      { experience: 'FAX', sla: 'X', documents: [], settings: {} },
      'op',
      never,
    );
    expect(refused).toMatchObject({
      kind: 'refused',
      status: 400,
      message: 'Bad Request. experience',
      instance: expect.stringMatching(/^00-/),
    });
  });

  it('streams a download, and says when there is none', async () => {
    const it_ = client();
    const number = await accepted(it_);
    const stream = await it_.downloadDocument(number, never);
    expect(stream.kind === 'done' && (await new Response(stream.value).text())).toContain('%PDF');
    expect(await it_.downloadDocument('NONE', never)).toMatchObject({ kind: 'refused', code: 'not-found' });
  });

  it('knows that nothing was sent when nobody listens', async () => {
    await server.close();
    expect(await client(server.fixedToken, 'token').listOrders({}, never)).toMatchObject({
      kind: 'not-sent',
    });
    server = await startTcgateServer();
  });
});
