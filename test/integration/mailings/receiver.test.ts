import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createReceiver, type ReceiverParts } from '../../../electron/mailings/receiver/receiver.ts';
import { makeSelfSigned } from '../../../electron/mailings/receiver/selfSigned.ts';
import { settingsSchema, type Settings } from '../../../shared/contract/settings.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { ownFolder } from '../../fixtures/engine.ts';

const day = 24 * 60 * 60_000;

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function receiver(more: Partial<ReceiverParts> = {}, webhook: Partial<Settings['webhook']> = {}) {
  const folder = ownFolder();
  let settings: Settings['webhook'] = {
    ...settingsSchema.parse({}).webhook,
    enabled: true,
    port: await freePort(),
    ...webhook,
  };
  const kept: string[] = [];
  const copied: string[] = [];
  const asked: string[] = [];
  const made = createReceiver({
    folder: join(folder, 'receiver'),
    now: Date.now,
    readSecret: () => Promise.resolve(ok(kept.at(-1) ?? null)),
    keepSecret: (secret) => Promise.resolve(ok(void kept.push(secret))),
    webhookSettings: () => Promise.resolve(settings),
    change: async (next) => {
      settings = next;
      await made.follow(next);
    },
    chooseKeyFile: () => Promise.resolve(null),
    writeClipboard: (text) => copied.push(text),
    fetch: (url, init) => fetch(url, init),
    note: ({ orderNumber, documentNumbers }) =>
      Promise.resolve({ accountId: 'acc', orderNumber, documentNumbers }),
    lastEvent: () => Promise.resolve(null),
    heard: (items) => void asked.push(...items.map(({ number }) => number)),
    report: (where, reason) => expect.unreachable(`${where}: ${String(reason)}`),
    ...more,
  });
  onTestFinished(() => made.close());
  const follow = (part: Partial<Settings['webhook']> = {}) =>
    made.follow((settings = { ...settings, ...part }));
  await follow();
  return { made, folder, kept, copied, asked, follow, settings: () => settings };
}

test('a certificate made here is one that TLS accepts for its hosts, and no other', async () => {
  const now = Date.now();
  const { certificate, key } = makeSelfSigned(['hooks.example.com', '192.168.1.20', 'fd00::12'], now);
  const parsed = new X509Certificate(certificate);
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  for (const host of ['localhost', 'hooks.example.com']) expect(parsed.checkHost(host)).toBe(host);
  for (const ip of ['127.0.0.1', '192.168.1.20', 'fd00::12']) expect(parsed.checkIP(ip)).toBe(ip);
  expect(parsed.checkHost('example.com')).toBeUndefined();
  expect(parsed.ca).toBe(false);
  expect(Date.parse(parsed.validTo) - now).toBeGreaterThan(800 * day);
  expect(Date.parse(parsed.validFrom)).toBeLessThan(now);
  expect(makeSelfSigned([], now).key).not.toBe(key);
  // After 2049 dates are written in the other form.
  expect(new X509Certificate(makeSelfSigned([], Date.UTC(2051, 0, 1)).certificate).validTo).toContain('2053');
});

test('off by default; on, it listens on loopback with its own certificate and a secret address', async () => {
  const { made, folder, kept, copied, asked, settings, follow } = await receiver({}, { enabled: false });
  expect(await made.state()).toMatchObject({ listening: false, error: '', address: '' });
  expect(await made.test()).toMatchObject({ outcome: 'off' });
  expect(kept).toEqual([]);
  await follow({ enabled: true });
  const state = await made.state();
  expect(state).toMatchObject({ listening: true, error: '', received: 0 });
  expect(state.address).toBe(`https://127.0.0.1:${settings().port}/••••••••`);
  expect(await made.test()).toEqual({ outcome: 'works', outside: false, detail: '' });
  // The test is no event and asks nothing.
  expect((await made.state()).last).toBeNull();
  expect(asked).toEqual([]);
  await made.copyAddress();
  expect(copied).toEqual([`https://127.0.0.1:${settings().port}/${kept[0] ?? ''}`]);
  expect(JSON.stringify(state)).not.toContain(kept[0]);
  const file = join(folder, 'receiver', 'receiver.pem');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  // TLS shows the certificate whose fingerprint the settings show.
  const shown = await new Promise<string>((resolve, reject) => {
    const socket = connect({ port: settings().port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.end();
    });
    socket.on('error', reject);
  });
  expect(shown).toBe(state.certificate?.fingerprint);
});

test('the same certificate after a restart, a new one before it expires', async () => {
  const clock = { now: Date.now() };
  const { made, follow, folder } = await receiver({ now: () => clock.now });
  const first = (await made.state()).certificate?.fingerprint;
  await follow({ enabled: false });
  await follow({ enabled: true });
  expect((await made.state()).certificate?.fingerprint).toBe(first);
  clock.now += 800 * day;
  await follow({ enabled: false });
  await follow({ enabled: true });
  expect((await made.state()).certificate?.fingerprint).not.toBe(first);
  expect(readFileSync(join(folder, 'receiver', 'receiver.pem'), 'utf8')).toMatch(
    /PRIVATE KEY[\s\S]*CERTIFICATE/,
  );
});

test('a renewed address makes the old one worthless; a stranger learns nothing', async () => {
  const { made, copied, settings } = await receiver();
  await made.copyAddress();
  await made.renew();
  await made.copyAddress();
  expect(copied[0]).not.toBe(copied[1]);
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => void delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
  const status = async (url: string, method = 'POST'): Promise<number> =>
    (await fetch(url, { method })).status;
  const base = `https://127.0.0.1:${settings().port}`;
  expect(await status(copied[0] ?? '')).toBe(404);
  expect(await status(copied[1] ?? '')).toBe(401);
  expect(await status(base, 'GET')).toBe(404);
  expect(await status(`${base}/${'x'.repeat(32)}`)).toBe(404);
  expect((await made.state()).turnedAway).toBe(4);
});

test('own files: what is wrong with them is said, and they are used when they are right', async () => {
  const { made, folder, follow } = await receiver({}, { certificate: 'own' });
  expect((await made.state()).error).toBe('ownMissing');
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const pair = makeSelfSigned([], Date.now());
  const old = makeSelfSigned([], Date.now() - 1000 * day);
  const certificateFile = put('own.crt', pair.certificate);
  await follow({ certificateFile, keyFile: join(folder, 'nowhere') });
  expect((await made.state()).error).toBe('ownUnreadable');
  await follow({ keyFile: put('other.key', old.key) });
  expect((await made.state()).error).toBe('ownMismatch');
  await follow({ certificateFile: put('old.crt', old.certificate) });
  expect((await made.state()).error).toBe('ownExpired');
  await follow({ certificateFile, keyFile: put('own.key', pair.key) });
  expect(await made.state()).toMatchObject({ listening: true, error: '' });
  expect(await made.test()).toMatchObject({ outcome: 'works' });
});

test('a taken port and a locked keychain are named, and the test goes out through the public address', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect((await (await receiver({}, { port })).made.state()).error).toBe('portInUse');
  const locked = await receiver({ readSecret: () => Promise.resolve(fail('keychain-locked')) });
  expect((await locked.made.state()).error).toBe('keychain');
  const urls: string[] = [];
  const publicAddress = 'https://hooks.example.com/postroom/';
  const answer = { status: 502 };
  const out = await receiver(
    {
      fetch: (url) => {
        urls.push(url);
        return Promise.resolve(new Response(null, { status: answer.status }));
      },
    },
    { publicAddress },
  );
  expect(await out.made.test()).toEqual({ outcome: 'wrongAnswer', outside: true, detail: '502' });
  answer.status = 200;
  expect(await out.made.test()).toMatchObject({ outcome: 'works', outside: true });
  expect(urls[0]).toBe(`https://hooks.example.com/postroom/${out.kept[0] ?? ''}`);
  expect((await out.made.state()).address).toBe('https://hooks.example.com/postroom/••••••••');
});
