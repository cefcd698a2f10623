import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { knock } from '../../../electron/mailings/receiver/knock.ts';
import { startWebhook } from '../../../electron/mailings/receiver/listener.ts';
import { makeSelfSigned } from '../../../electron/mailings/receiver/selfSigned.ts';

test('a caller that never shakes hands is let go, so that fifty of them do not close the way in', async () => {
  const { certificate, key } = makeSelfSigned(['127.0.0.1'], Date.now());
  const webhook = await startWebhook({
    host: '127.0.0.1',
    port: 0,
    secret: 'secret',
    certificate,
    key,
    note: () => Promise.resolve(null),
    heard: () => undefined,
    report: () => undefined,
    handshakeMs: 50,
  });
  onTestFinished(() => webhook.close());
  const silent = connect(webhook.port(), '127.0.0.1');
  silent.on('error', () => undefined);
  await once(silent, 'close');
  expect(silent.destroyed).toBe(true);
});

test('trouble on the way to the public address does not quote the secret in it', async () => {
  const outcome = await knock.outside('https://user:pw@hooks.example.com/very-secret', fetch);
  expect(outcome.outcome).toBe('unreachable');
  expect(JSON.stringify(outcome)).not.toContain('very-secret');
});
