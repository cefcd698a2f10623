import { createHash } from 'node:crypto';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { webhookTypes } from '../../../electron/mailings/receiver/event.ts';
import { letterRig, type LetterRig } from '../../fixtures/letterRig.ts';
import { good, servicesRig } from '../../fixtures/servicesRig.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const sign = (body: string): string => createHash('sha256').update(`TCGATE_SIGNATURE=${body}`).digest('hex');

/** A mailing of two letters that is placed, and a receiver that listens. */
async function listening() {
  const rig = await letterRig();
  const mailing = await rig.mail(['One', 'Two']);
  const port = await freePort();
  const { webhook } = good(await rig.ask['settings.get']());
  good(await rig.ask['settings.change']({ webhook: { ...webhook, enabled: true, port } }));
  await vi.waitFor(
    async () =>
      expect(good(await rig.ask['mailings.webhookState']())).toMatchObject({ listening: true, error: '' }),
    { timeout: 10_000, interval: 10 },
  );
  const path = `/${rig.credentials.secrets.get('webhook/path') ?? ''}`;
  const post = (body: string, signature = sign(body), method = 'POST'): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'x-tcgate-signature': signature };
      const sent = request(
        { port, host: '127.0.0.1', path, method, rejectUnauthorized: false, headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      // A body that is too large may be cut off while it is sent; that is an answer too.
      sent.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
      );
      sent.end(body);
    });
  rig.server.requests.length = 0;
  const asked = () => rig.server.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
  return { rig, mailing, post, asked };
}

const event = (eventId: string, eventType: string, metadata: Record<string, unknown>): string =>
  JSON.stringify({
    tenantId: 'tripoli',
    clientId: 'ABC123',
    eventId,
    eventType,
    timestamp: '2022-07-29T21:24:44.3776025Z',
    metadata,
  });

const statuses = async (rig: LetterRig, id: string): Promise<string[]> =>
  (await rig.mailing(id)).documents.map(({ serviceStatus }) => serviceStatus);

test('an event makes Postroom ask about what it names, in one question, and believes only the answer', async () => {
  const { rig, mailing, post, asked } = await listening();
  const [one, two] = mailing.documents.map(({ number }) => number);
  rig.server.setDocument(one ?? '', { status: 'sent', channel: 'print' }, { type: 'sent' });
  // The event says that both bounced; the service knows that one was sent.
  const body = event('7', 'EmailBouncedEvent', {
    orderNumber: mailing.orderNumber,
    documentNumbers: [one, two],
    error: 'Mailbox is full',
  });
  expect(await post(body)).toBe(200);
  await rig.until(async () => (await statuses(rig, mailing.id))[0] === 'sent');
  expect(await statuses(rig, mailing.id)).toEqual(['sent', 'accepted']);
  expect(asked()).toHaveLength(1);
  expect(asked()[0]).toContain(`(number eq '${one}' or number eq '${two}')`);
});

test('the same event again is nothing, for good; an order’s event asks about the order', async () => {
  const { rig, mailing, post, asked } = await listening();
  rig.server.step();
  const body = event('8', 'OrderAcceptedEvent', { orderNumber: mailing.orderNumber });
  expect(await post(body)).toBe(200);
  await rig.until(async () => (await rig.mailing(mailing.id)).serviceStatus === 'accepted');
  for (let again = 0; again < 5; again += 1) expect(await post(body)).toBe(200);
  expect(asked()).toEqual([
    expect.stringContaining(`GET /orders?$filter=number eq '${mailing.orderNumber}'`) as string,
  ]);
  expect(good(await rig.ask['mailings.webhookState']()).received).toBe(1);
});

test('the last event is known after a restart', async () => {
  const { rig, mailing, post } = await listening();
  await post(event('8', 'OrderAcceptedEvent', { orderNumber: mailing.orderNumber }));
  await post(event('9', 'OrderAcceptedEvent', { orderNumber: 'OTHER' }));
  const { last, received } = good(await rig.ask['mailings.webhookState']());
  expect({ last, received }).toMatchObject({
    last: { type: 'OrderAcceptedEvent', item: mailing.orderNumber },
    received: 1,
  });
  await rig.services.stop();
  const again = await servicesRig(join(rig.folder, 'data'));
  expect(good(await again.ask['mailings.webhookState']())).toMatchObject({ last, received: 0 });
});

test('a flood about one order costs one question', async () => {
  const { mailing, post, asked } = await listening();
  const flood = Array.from({ length: 60 }, (_, index) =>
    post(
      event(`flood-${index}`, webhookTypes[index % webhookTypes.length] ?? '', {
        orderNumber: mailing.orderNumber,
      }),
    ),
  );
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
  expect(asked()).toHaveLength(1);
});

test('what is forged, malformed, too large or about strangers changes nothing and asks nothing', async () => {
  const { rig, mailing, post, asked } = await listening();
  const { orderNumber } = mailing;
  const body = event('9', 'OrderExecutedEvent', { orderNumber });
  expect(await post(body, '0'.repeat(64))).toBe(401);
  expect(await post(body, sign(`${body} `))).toBe(401);
  expect(await post(body, '')).toBe(401);
  expect(await post('no event')).toBe(400);
  expect(await post(event('10', 'OrderPaidEvent', { orderNumber }))).toBe(400);
  expect(await post(event('11', 'OrderExecutedEvent', { orderNumber, more: 'x'.repeat(200_000) }))).toBe(413);
  expect(await post(body, sign(body), 'PUT')).toBe(405);
  for (let stranger = 0; stranger < 30; stranger += 1)
    expect(
      await post(event(`s-${stranger}`, 'OrderExecutedEvent', { orderNumber: `OTHER-${stranger}` })),
    ).toBe(200);
  expect(asked()).toEqual([]);
  expect(good(await rig.ask['mailings.webhookState']())).toMatchObject({ received: 0 });
  expect(await rig.mailing(mailing.id)).toEqual(mailing);
  // The forgeries have not used up the identifier of the real event.
  expect(await post(body)).toBe(200);
  expect(good(await rig.ask['mailings.webhookState']()).received).toBe(1);
});
