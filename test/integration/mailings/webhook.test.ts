import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startWebhook } from '../../../electron/mailings/webhook.ts';
import { openTestDb, ownFolder } from '../../fixtures/engine.ts';

async function listen() {
  const folder = ownFolder();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ],
    { stdio: 'ignore' },
  );
  const db = await openTestDb(folder);
  const asked: string[] = [];
  const clock = { now: 1_000_000 };
  const webhook = await startWebhook({
    host: '127.0.0.1',
    port: 0,
    certificate: readFileSync(certificate, 'utf8'),
    key: readFileSync(key, 'utf8'),
    now: () => clock.now,
    note: ({ eventId, type }) => db.call('webhook.note', { eventId, type, at: clock.now }),
    lookUp: (hint) => Promise.resolve(void asked.push(hint.orderNumber)),
    report: (_where, reason) => expect.unreachable(String(reason)),
  });
  onTestFinished(() => webhook.close());
  const post = (body: string, signature?: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          port: webhook.port(),
          host: '127.0.0.1',
          method: 'POST',
          rejectUnauthorized: false,
          headers: {
            'x-tcgate-signature':
              signature ?? createHash('sha256').update(`TCGATE_SIGNATURE=${body}`).digest('hex'),
          },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      // A body that is too large may be cut off while it is sent; the answer counts.
      sent.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
      );
      sent.end(body);
    });
  return { webhook, asked, clock, post, db };
}

const event = (eventId: string, orderNumber = 'O-1'): string =>
  JSON.stringify({
    tenantId: 't',
    clientId: 'c',
    eventId,
    eventType: 'OrderExecutedEvent',
    timestamp: 'x',
    metadata: { orderNumber },
  });

test('an event is a hint to ask; the same one again is nothing, for good', async () => {
  const { post, asked, webhook } = await listen();
  expect(await post(event('1'))).toBe(200);
  expect(await post(event('1'))).toBe(200);
  expect(asked).toEqual(['O-1']);
  expect(webhook.state().received).toBe(1);
});

test('a flood about one order costs one question a minute', async () => {
  const { post, asked, clock } = await listen();
  for (let i = 0; i < 30; i++) expect(await post(event(`e-${i}`))).toBe(200);
  expect(asked).toEqual(['O-1']);
  clock.now += 60_000;
  await post(event('later'));
  expect(asked).toEqual(['O-1', 'O-1']);
});

test('what is forged, malformed or too large changes nothing and asks nothing', async () => {
  const { post, asked, db } = await listen();
  expect(await post(event('1'), '0'.repeat(64))).toBe(401);
  expect(await post('no event')).toBe(400);
  expect(await post('x'.repeat(200_000))).toBe(413);
  expect(asked).toEqual([]);
  expect(await db.call('webhook.note', { eventId: '1', type: 'OrderExecutedEvent', at: 1 })).toBe(true);
});
