import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../shared/contract/result.ts';
import { startTrepstarServer, type Fault, type TrepstarServer } from '../../fakes/trepstarServer.ts';
import { aWish, clientOf, never } from '../../fixtures/trepstar/client.ts';
import { selfSigned } from '../../fixtures/trepstar/selfSigned.ts';

let fake: TrepstarServer;
beforeEach(async () => {
  fake = await startTrepstarServer({ products: ['66750', '66760'] });
});
afterEach(() => fake.close());

const short = { limits: { answerMs: 400, stallMs: 200 } };
const invoice = aWish().invoice;

describe('sending', () => {
  it('sends all 21 fields in one POST and is accepted', async () => {
    const wish = aWish({
      lines: [
        { productId: '66750', title: '', quantity: 2 },
        { productId: '66760', title: '', quantity: 3 },
      ],
      company: 'Capital Records',
      specialText: 'Code 1',
      price: '5.00',
      emailCustomer: 'yes',
    });
    const outcome = await clientOf(fake).send(wish, never());
    expect(outcome).toMatchObject({ kind: 'accepted', reference: invoice });
    expect(fake.orderCalls).toBe(1);
    const [request] = fake.requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('/custdata.asp');
    expect([...(request?.fields.keys() ?? [])]).toHaveLength(21);
    expect(request?.fields.get('CoLoginPassword')).toBe(fake.login.password);
  });

  it.each(['Zoë 👩‍👧 Smith', 'يوسف \u200fحداد', '山田 太郎', 'a&b=c+d %20'])(
    'carries the name %s whole',
    async (name) => {
      const client = clientOf(fake);
      expect((await client.send(aWish({ name }), never())).kind).toBe('accepted');
      expect(fake.orders.get(invoice)?.name).toBe(name);
      const asked = await client.refresh([invoice], never());
      expect(asked.ok && asked.value.get(invoice)?.customerName).toBe(name);
    },
  );

  it('is not misled by a customer named [SUCCESS] Smith', async () => {
    const client = clientOf(fake);
    const name = '[SUCCESS] Smith';
    const foreign = [{ productId: '11111', title: '', quantity: 1 }];
    expect(await client.send(aWish({ name, lines: foreign }), never())).toMatchObject({
      kind: 'refused',
      code: '000505',
      field: 'lines',
    });
    expect((await client.send(aWish({ name }), never())).kind).toBe('accepted');
  });

  it('is not misled by a special text that says [FAILURE]', async () => {
    expect((await clientOf(fake).send(aWish({ specialText: '[FAILURE] of the year' }), never())).kind).toBe(
      'accepted',
    );
  });

  it('reports a duplicate as a refusal; whose it is, the outbox asks', async () => {
    const client = clientOf(fake);
    await client.send(aWish(), never());
    expect(await client.send(aWish(), never())).toMatchObject({
      kind: 'refused',
      code: '000035',
      field: 'invoice',
    });
    expect(fake.timesTaken(invoice)).toBe(1);
  });

  it('leaves an order waiting when the login is wrong', async () => {
    const client = clientOf(fake, { credentials: { get: () => Promise.resolve(ok('old password')) } });
    expect(await client.send(aWish(), never())).toMatchObject({ kind: 'not-sent', cause: 'wrong-login' });
    expect(fake.orders.size).toBe(0);
  });

  it('opens a connection of its own for each order, since a kept one may be used twice', async () => {
    const client = clientOf(fake);
    await client.send(aWish(), never());
    await client.send(aWish({ invoice: 'B' }), never());
    expect(fake.requests.map((r) => r.socket)).toEqual([1, 2]);
    expect(fake.requests[0]?.headers.connection).toBe('close');
  });
});

describe('an order whose outcome is unknown', () => {
  const taken: [Fault, string][] = [
    ['drop-after', 'connection-lost'],
    ['500-after', 'server-trouble'],
    ['hang-after', 'timeout'],
    ['truncated', 'connection-lost'],
    ['stalled', 'timeout'],
    ['huge', 'unreadable-answer'],
  ];
  const notTaken: [Fault, string][] = [
    ['drop-before', 'connection-lost'],
    ['500-before', 'server-trouble'],
    ['503-retry', 'server-trouble'],
    ['hang', 'timeout'],
    ['captive-portal', 'captive-portal'],
    ['redirect', 'captive-portal'],
    ['maintenance', 'server-trouble'],
    ['404', 'not-found'],
    ['empty', 'unreadable-answer'],
  ];

  /** Only what never comes is given up soon: a busy machine is slow to say the rest. */
  const patienceFor = (cause: string): Parameters<typeof clientOf>[1] => (cause === 'timeout' ? short : {});

  it.each(taken)('%s: found when asked, a duplicate if it were sent again', async (fault, cause) => {
    const client = clientOf(fake);
    fake.faultNext(fault);
    expect(await clientOf(fake, patienceFor(cause)).send(aWish(), never())).toMatchObject({
      kind: 'unknown',
      cause,
    });
    expect(fake.orderCalls).toBe(1);
    const asked = await client.find([invoice], never());
    expect(asked.ok && asked.value.get(invoice)?.found).toBe(true);
    expect(await client.send(aWish(), never())).toMatchObject({ kind: 'refused', code: '000035' });
    expect(fake.timesTaken(invoice)).toBe(1);
  });

  it.each(notTaken)('%s: not found when asked, then sent again', async (fault, cause) => {
    const client = clientOf(fake);
    fake.faultNext(fault);
    expect(await clientOf(fake, patienceFor(cause)).send(aWish(), never())).toMatchObject({
      kind: 'unknown',
      cause,
    });
    const asked = await client.find([invoice], never());
    expect(asked.ok && asked.value.get(invoice)?.found).toBe(false);
    expect((await client.send(aWish(), never())).kind).toBe('accepted');
    expect(fake.timesTaken(invoice)).toBe(1);
  });

  it.each([
    ['captive-portal', 'Hotel Wi-Fi'],
    ['404', 'No such page here.'],
  ] as const)('%s: keeps what was answered, for the person who looks into it', async (fault, words) => {
    fake.faultNext(fault);
    const outcome = await clientOf(fake).send(aWish(), never());
    expect(outcome.kind === 'unknown' && outcome.raw).toContain(words);
  });

  it('hands on how long to wait', async () => {
    fake.faultNext('503-retry', '429');
    const client = clientOf(fake);
    expect(await client.send(aWish(), never())).toMatchObject({ kind: 'unknown', retryAfter: 120 });
    expect(await client.send(aWish(), never())).toMatchObject({
      kind: 'not-sent',
      cause: 'too-many-requests',
      retryAfter: 30,
    });
  });

  it('is unknown when cancelled on the way', async () => {
    fake.faultNext('hang-after');
    const stop = new AbortController();
    const sending = clientOf(fake).send(aWish(), stop.signal);
    await fake.waitFor((f) => f.orderCalls === 1);
    stop.abort();
    expect(await sending).toMatchObject({ kind: 'unknown', cause: 'cancelled' });
  });

  it('reads an answer in another encoding', async () => {
    fake.faultNext('latin-1');
    const outcome = await clientOf(fake).send(aWish({ name: 'Zoë Smith' }), never());
    expect(outcome.kind).toBe('accepted');
    expect(outcome.kind === 'accepted' && outcome.raw).toContain('Zoë Smith');
  });
});

describe('proven not to have been sent', () => {
  it('an order cancelled before', async () => {
    expect(await clientOf(fake).send(aWish(), AbortSignal.abort())).toMatchObject({
      kind: 'not-sent',
      cause: 'cancelled',
    });
    expect(fake.orderCalls).toBe(0);
  });

  it('an order without a network', async () => {
    const outcome = await clientOf(fake, { isOnline: () => false }).send(aWish(), never());
    expect(outcome).toMatchObject({ kind: 'not-sent', cause: 'offline' });
    expect(fake.orderCalls).toBe(0);
  });

  it.each([
    ['missing-secret', ok(null)],
    ['keychain-locked', fail('keychain-locked')],
  ] as const)('an order without a password: %s', async (cause, secret) => {
    const outcome = await clientOf(fake, { credentials: { get: () => Promise.resolve(secret) } }).send(
      aWish(),
      never(),
    );
    expect(outcome).toMatchObject({ kind: 'not-sent', cause });
    expect(fake.orderCalls).toBe(0);
  });

  it('a name that does not resolve', async () => {
    const service = { ...urls('https://trepstar.invalid'), login: fake.login };
    expect(await clientOf(service).send(aWish(), never())).toMatchObject({ kind: 'not-sent', cause: 'dns' });
  });

  it('a connection that is refused', async () => {
    const port = await freePort();
    const service = { ...urls(`http://127.0.0.1:${port}`), login: fake.login };
    expect(await clientOf(service).send(aWish(), never())).toMatchObject({
      kind: 'not-sent',
      cause: 'connection-lost',
      detail: 'ECONNREFUSED',
    });
  });

  it('a certificate nobody trusts, and the password is not shown to it', async () => {
    let requests = 0;
    const server = createTlsServer(selfSigned, () => requests++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const service = { ...urls(`https://localhost:${portOf(server.address())}`), login: fake.login };
    expect(await clientOf(service).send(aWish(), never())).toMatchObject({ kind: 'not-sent', cause: 'tls' });
    expect(requests).toBe(0);
    server.close();
  });

  it('a time-out while connecting', async () => {
    const error = new TypeError('fetch failed', {
      cause: Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' }),
    });
    const client = clientOf(fake, { fetch: () => Promise.reject(error) });
    expect(await client.send(aWish(), never())).toMatchObject({ kind: 'not-sent', cause: 'timeout' });
  });

  it('an address that is not https', async () => {
    const service = { ...urls('http://www.trepstar.com'), login: fake.login };
    expect(await clientOf(service).send(aWish(), never())).toMatchObject({
      kind: 'not-sent',
      cause: 'bad-input',
    });
  });
});

describe('statuses', () => {
  const invoices = Array.from({ length: 100 }, (_, i) => `I-${i}`);

  it('asks for 100 in one call', async () => {
    const client = clientOf(fake);
    for (const one of ['I-0', 'I-1']) await client.send(aWish({ invoice: one }), never());
    fake.set('I-1', { status: 'SHIPPED', shipDate: '11/23/2026', tracking: '9400' });
    const asked = await client.refresh(invoices, never());
    if (!asked.ok) throw new Error(asked.error.code);
    expect(fake.statusCalls).toBe(1);
    expect(asked.value.size).toBe(100);
    expect(asked.value.get('I-1')).toMatchObject({
      status: 'shipped',
      shipDate: '2026-11-23',
      trackingId: '9400',
    });
    expect(asked.value.get('I-99')).toMatchObject({ found: false });
  });

  it.each([
    ['other-root', ['I-0', 'I-1']],
    ['extra-sections', ['I-0', 'I-1']],
    ['missing-sections', ['I-0']],
    ['latin-1', ['I-0', 'I-1']],
  ] as [Fault, string[]][])('understands %s', async (fault, answered) => {
    const client = clientOf(fake);
    await client.send(aWish({ invoice: 'I-0', name: 'Zoë' }), never());
    await client.send(aWish({ invoice: 'I-1', mode: 'test' }), never());
    fake.statusFaultNext(fault);
    const asked = await client.refresh(['I-0', 'I-1'], never());
    if (!asked.ok) throw new Error(asked.error.code);
    expect([...asked.value.keys()]).toEqual(answered);
    expect(asked.value.get('I-0')).toMatchObject({ status: 'made', customerName: 'Zoë' });
    if (answered.length > 1) expect(asked.value.get('I-1')?.status).toBe('test');
  });

  it.each([
    ['drop-before', 'connection-lost'],
    ['500-before', 'server-trouble'],
    ['429', 'too-many-requests'],
    ['hang', 'timeout'],
    ['truncated', 'connection-lost'],
    ['stalled', 'timeout'],
    ['captive-portal', 'captive-portal'],
    ['redirect', 'captive-portal'],
    ['empty', 'unreadable-answer'],
    ['huge', 'unreadable-answer'],
  ] as [Fault, string][])('%s is %s, and says nothing about any order', async (fault, code) => {
    fake.statusFaultNext(fault);
    const asked = await clientOf(fake, short).refresh(['I-0'], never());
    expect(asked).toMatchObject({ ok: false, error: { code } });
    expect(fake.statusCalls).toBe(1);
  });
});

describe('the connection test', () => {
  it('proves a login with a call for an invoice that cannot exist', async () => {
    expect(await clientOf(fake).test(never())).toEqual({ kind: 'works' });
    expect([fake.statusCalls, fake.orderCalls]).toEqual([1, 0]);
  });

  it('disproves a wrong one', async () => {
    const client = clientOf(fake, { credentials: { get: () => Promise.resolve(ok('wrong')) } });
    expect(await client.test(never())).toMatchObject({ kind: 'wrong-login' });
  });

  it('tells trouble from a wrong login', async () => {
    fake.statusFaultNext('captive-portal');
    expect(await clientOf(fake).test(never())).toMatchObject({ kind: 'trouble', cause: 'captive-portal' });
  });
});

describe('the password', () => {
  it('is in no URL, header, outcome or report, whatever happens', async () => {
    const said: unknown[] = [];
    const client = clientOf(fake, short);
    const faults: Fault[] = [
      'drop-after',
      '500-before',
      'truncated',
      'captive-portal',
      'latin-1',
      '429',
      'hang',
    ];
    for (const [i, fault] of faults.entries()) {
      fake.faultNext(fault);
      fake.statusFaultNext(fault);
      said.push(await client.send(aWish({ invoice: `I-${i}` }), never()));
      said.push(await client.find([`I-${i}`], never()), await client.test(never()));
    }
    // The service repeats every variable it was sent when it does not know the source.
    const odd = { ...aWish(), body: aWish().body.replace('cdfulfill', 'odd') };
    const echoed = await client.send(odd, never());
    expect(echoed).toMatchObject({ kind: 'refused', code: '000002' });
    expect(echoed.kind === 'refused' && echoed.raw).toContain('CoLoginPassword=•••');
    said.push(echoed);
    const text = JSON.stringify(said, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
    for (const form of forms(fake.login.password)) {
      expect(text).not.toContain(form);
      for (const request of fake.requests)
        expect(request.url + JSON.stringify(request.headers)).not.toContain(form);
    }
  });
});

function forms(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [
    inJson,
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    secret.replace('&', '&amp;'),
  ];
}

function urls(origin: string) {
  return { orderUrl: `${origin}/custdata.asp`, statusUrl: `${origin}/custdataXML.asp` };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
