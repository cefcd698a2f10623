import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { addTrepstar, anOrder, ask, get, placeOrder, statusOf } from './support/api.ts';

const secret = 'Corr3ct & horse/bättery+stäple';

/** Every way the secret could lie about. */
const spellings = [
  Buffer.from(secret, 'utf8'),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(secret, 'latin1'),
  Buffer.from(encodeURIComponent(secret)),
  Buffer.from(encodeURIComponent(secret).replaceAll('%20', '+')),
  Buffer.from(Buffer.from(secret).toString('base64')),
  Buffer.from(JSON.stringify(secret).slice(1, -1)),
  // Any encoding keeps this piece as it is.
  Buffer.from('Corr3ct'),
  Buffer.from('Corr3ct', 'utf16le'),
];

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) yield* files(file);
    else if (found?.isFile()) yield file;
  }
}

const filesWithSecret = (folder: string): string[] =>
  [...files(folder)].filter((file) => {
    const bytes = readFileSync(file);
    return spellings.some((spelling) => bytes.includes(spelling));
  });

test('the password is in no file, log, address or message to the page', async ({
  postroom,
  page,
  dataFolder,
}) => {
  const fake = await startTrepstarServer({ password: secret });
  const printed: string[] = [];
  const child = postroom.app.process();
  child.stdout?.on('data', (data: Buffer) => printed.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => printed.push(data.toString()));
  const heard: unknown[] = [];
  await page.exposeFunction('hear', (value: unknown) => heard.push(value));
  await page.evaluate(() => {
    const { hear, postroom: api } = window as unknown as {
      hear: (value: unknown) => void;
      postroom: { on: (name: string, listener: (payload: unknown) => void) => void };
    };
    for (const name of [
      'outbox.changed',
      'refresh.changed',
      'history.changed',
      'settings.changed',
      'app.navigate',
    ])
      api.on(name, hear);
  });

  const account = await addTrepstar(page, fake, secret);
  heard.push(account);
  heard.push(await ask(page, 'accounts.test', { ...account }));
  heard.push(await ask(page, 'accounts.test', { ...account, secret: `${secret}-wrong` }));
  // One answer is lost after the order was taken, one is a fault of the service, one goes well.
  fake.faultNext('drop-after', '500-before');
  const ids: string[] = [];
  for (const [index, name] of ['Ada', 'Grace', 'Edith'].entries())
    ids.push(await placeOrder(page, anOrder(account.id, { invoice: `S-${index}`, name })));
  for (const id of ids) await expect.poll(() => statusOf(page, id), { timeout: 60_000 }).toBe('accepted');
  heard.push(await ask(page, 'refresh.now'));
  for (const id of ids) heard.push(await get(page, 'orders.get', { id }));
  heard.push(
    await get(page, 'accounts.list'),
    await get(page, 'outbox.summary'),
    await get(page, 'refresh.state'),
  );
  heard.push(await get(page, 'app.copyDiagnostics'));
  heard.push(await postroom.app.evaluate(({ clipboard }) => clipboard.readText()));

  // The service did get it: otherwise this test would look for nothing.
  expect(fake.orders.size).toBe(3);
  expect(fake.requests.some(({ body }) => body.includes('Corr3ct'))).toBe(true);
  expect(fake.requests.filter(({ url }) => url.includes('Corr3ct'))).toEqual([]);
  expect(JSON.stringify(heard)).not.toContain('Corr3ct');
  expect(filesWithSecret(dataFolder)).toEqual([]);
  await postroom.close();
  expect(filesWithSecret(dataFolder)).toEqual([]);
  expect(printed.join('')).not.toContain('Corr3ct');
  expect(readFileSync(path.join(dataFolder, 'logs', 'postroom.log'), 'utf8')).toContain('start version=');
  await fake.close();
});
