import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pushes } from '../../shared/contract/pushes.ts';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import type { Postroom } from './harness/postroom.ts';
import { addTrepstar, anOrder, ask, get, placeOrder, statusOf } from './support/api.ts';
import { dropFiles } from './support/drop.ts';
import { place } from './support/practice.ts';
import { addTcgate, writeLetters } from './support/tcgate.ts';

const password = 'Corr3ct & horse/bättery+stäple';
const clientSecret = 'Cl1ent & s3cret/für+Bri€fe';
/** What is asked for by a right login, and as secret as that. */
const token = /jwt-[0-9a-f]{8}-[0-9a-f]{4}/;

/** Every way a secret could lie about; the last keep their look in any encoding. */
const spellings = [password, clientSecret].flatMap((secret) => [
  Buffer.from(secret, 'utf8'),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(secret, 'latin1'),
  Buffer.from(encodeURIComponent(secret)),
  Buffer.from(encodeURIComponent(secret).replaceAll('%20', '+')),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, 20)),
  Buffer.from(JSON.stringify(secret).slice(1, -1)),
  Buffer.from(secret.slice(0, 7)),
  Buffer.from(secret.slice(0, 7), 'utf16le'),
]);

const holds = (bytes: Buffer): boolean =>
  spellings.some((spelling) => bytes.includes(spelling)) || token.test(bytes.toString('latin1'));
const leaks = (value: unknown): boolean => holds(Buffer.from(JSON.stringify(value)));

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) yield* files(file);
    else if (found?.isFile()) yield file;
  }
}

const filesWithSecret = (folder: string): string[] =>
  [...files(folder)].filter((file) => holds(readFileSync(file)));

/** Everything the app prints, in all its lives. */
function listen({ app }: Postroom, printed: string[]): void {
  const child = app.process();
  child.stdout?.on('data', (data: Buffer) => printed.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => printed.push(data.toString()));
}

/** Every push to the page, whatever its name, and all that the page logs. */
async function overhear(page: Page, heard: unknown[]): Promise<void> {
  page.on('console', (message) => heard.push(message.text()));
  await page.exposeFunction('hear', (value: unknown) => heard.push(value));
  await page.evaluate((names) => {
    const { hear, postroom: api } = window as unknown as {
      hear: (value: unknown) => void;
      postroom: { on: (name: string, listener: (payload: unknown) => void) => void };
    };
    for (const name of names) api.on(name, hear);
  }, Object.keys(pushes));
}

// What a crash would write goes where it is searched, too.
test.use({ appEnv: { POSTROOM_GRACE_MS: '1500' } });

test('password and client secret are in no file, log, address, message to the page or crash report', async ({
  cold,
  dataFolder,
}) => {
  const fake = await startTrepstarServer({ password });
  const gate = await startTcgateServer();
  gate.login = { ...gate.login, Secret: clientSecret };
  const temporary = path.join(dataFolder, 'temporary');
  const letters = path.join(dataFolder, 'letters');
  for (const folder of [temporary, letters]) mkdirSync(folder);
  let page = await cold.launch({ env: { POSTROOM_GRACE_MS: '1500', TMPDIR: temporary } });
  const printed: string[] = [];
  const heard: unknown[] = [];
  listen(cold, printed);

  const account = await addTrepstar(page, fake, password);
  const letterAccount = await addTcgate(page, gate);
  await page.reload();
  await expect(place(page, 'Overview')).toBeVisible();
  await overhear(page, heard);
  heard.push(account, letterAccount);
  heard.push(await ask(page, 'accounts.test', { ...account }));
  heard.push(await ask(page, 'accounts.test', { ...account, secret: `${password}-wrong` }));
  heard.push(await ask(page, 'accounts.test', { ...letterAccount }));
  heard.push(await ask(page, 'accounts.test', { ...letterAccount, secret: `${clientSecret}-wrong` }));
  // One answer is lost after the order was taken, one is a fault of the service, one goes well.
  fake.faultNext('drop-after', '500-before');
  const ids: string[] = [];
  for (const [index, name] of ['Ada', 'Grace', 'Edith'].entries())
    ids.push(await placeOrder(page, anOrder(account.id, { invoice: `S-${index}`, name })));
  for (const id of ids) await expect.poll(() => statusOf(page, id)).toBe('accepted');
  // One refusal repeats every field it was sent, the login too.
  fake.faultNext('echo');
  const refused = await placeOrder(page, anOrder(account.id, { invoice: 'S-9', name: 'Mary' }));
  await expect.poll(() => statusOf(page, refused)).toBe('refused');
  ids.push(refused);
  await dropFiles(page, await writeLetters(letters, 1));
  await expect(page.getByText('1 can be sent')).toBeVisible();
  const cards = await get(page, 'mailings.cards');
  await get(page, 'mailings.change', {
    ids: cards.map(({ id }) => id),
    settings: { sendBy: 'email', to: ['anna@example.com'] },
  });
  await expect(page.getByText('1 can be sent')).toBeVisible();
  await page.getByRole('button', { name: 'Send 1 document' }).click();
  await page.getByRole('button', { name: 'Send to outbox' }).click();
  await expect.poll(() => gate.orders.length).toBe(1);
  heard.push(await get(page, 'mailings.open'));
  heard.push(await ask(page, 'refresh.now'));
  for (const id of ids) heard.push(await get(page, 'orders.get', { id }));
  heard.push(
    await get(page, 'accounts.list'),
    await get(page, 'outbox.summary'),
    await get(page, 'refresh.state'),
  );
  heard.push(await get(page, 'app.copyDiagnostics'));
  heard.push(await cold.app.evaluate(({ clipboard }) => clipboard.readText()));
  for (const screen of ['Accounts', 'Outbox', 'History', 'Settings']) {
    await place(page, screen).click();
    await expect(page.getByRole('heading', { name: screen }).first()).toBeVisible();
    heard.push(await page.content());
  }
  heard.push(await page.evaluate(() => [JSON.stringify([localStorage, sessionStorage]), document.cookie]));
  heard.push(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }));

  // The services did get them: otherwise this test would look for nothing.
  expect(fake.orders.size).toBe(3);
  expect(fake.requests.some(({ body }) => body.includes('Corr3ct'))).toBe(true);
  expect(gate.tokensMade).toBeGreaterThan(0);
  expect(leaks({ password })).toBe(true);
  expect(leaks(fake.requests.map(({ url }) => url))).toBe(false);
  expect(leaks(gate.requests.map((request) => request.path))).toBe(false);
  expect(heard.filter(leaks)).toEqual([]);
  expect(filesWithSecret(dataFolder)).toEqual([]);

  await crashWith(cold, page);
  expect(filesWithSecret(dataFolder)).toEqual([]);
  page = await cold.launch();
  listen(cold, printed);
  await expect.poll(async () => (await get(page, 'accounts.list')).length).toBe(2);
  await cold.close();
  expect(filesWithSecret(dataFolder)).toEqual([]);
  expect(printed.filter(leaks)).toEqual([]);
  const log = readFileSync(path.join(dataFolder, 'logs', 'postroom.log'), 'utf8');
  for (const words of ['start version=', 'page gone', 'unhandled rejection', 'a bug that knows'])
    expect(log).toContain(words);
  await fake.close();
  await gate.close();
});

/**
 * Everything that may die dies with secrets in its memory: the page with a password just typed, the main process's bugs
 * with one in their message, and at last the main process itself.
 */
async function crashWith(cold: Postroom, page: Page): Promise<void> {
  await place(page, 'Accounts').click();
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('dialog').getByLabel('Password').fill(password);
  const crashed = page.waitForEvent('crash');
  await cold.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  await cold.app.evaluate(
    async ({ dialog }, secrets) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      const told = new Promise<void>((done) => process.on('unhandledRejection', () => done()));
      setImmediate(() => {
        for (const secret of secrets) void Promise.reject(new Error(`a bug that knows ${secret}`));
      });
      await told;
      await new Promise((done) => setImmediate(done));
    },
    [password, clientSecret],
  );
  const ended = new Promise((done) => cold.app.process().once('exit', done));
  // It may be gone before it can answer.
  await cold.app.evaluate(() => void setImmediate(() => process.crash())).catch(() => undefined);
  await ended;
  await cold.kill9();
}
