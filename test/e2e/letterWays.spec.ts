import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import { addressAt, body, makePdf } from '../lib/makePdf.ts';
import { expect, test } from './fixtures.ts';
import type { Postroom } from './harness/postroom.ts';
import { get } from './support/api.ts';
import { place } from './support/practice.ts';
import { addTcgate, writeLetters } from './support/tcgate.ts';

/** Answers the system's dialogs: a folder or file to open, a place to save. */
const answerDialogs = (postroom: Postroom, path: string): Promise<void> =>
  postroom.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

const option = async (page: Page, label: string | RegExp, choice: string | RegExp): Promise<void> => {
  await page.getByRole('complementary', { name: 'Options' }).getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: choice }).click();
};

test('a watched folder, an own profile, a bundle in order, a bounce that becomes a letter in two clicks', async ({
  postroom,
  dataFolder,
}) => {
  const { page } = postroom;
  const fake = await startTcgateServer();
  // Beside the data folder: what lies in it cannot be watched.
  const outside = mkdtempSync(join(tmpdir(), 'postroom-e2e-watched-'));
  const watched = join(outside, 'From billing');
  try {
    await addTcgate(page, fake);
    await page.reload();
    mkdirSync(watched);

    // Settings: the folder is chosen with the system's dialog, never by the page.
    await place(page, 'Settings').click();
    await answerDialogs(postroom, watched);
    await get(page, 'settings.change', { watchedFolder: '/' });
    expect((await get(page, 'settings.get')).watchedFolder).toBe('');
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(page.getByText('Watching. Nothing new')).toBeVisible();
    await answerDialogs(postroom, dataFolder);
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(page.getByText('This is Postroom’s own data folder.')).toBeVisible();

    // An own letter profile: copied, changed, used.
    await page.getByRole('button', { name: 'Letter profiles' }).click();
    const profiles = page.getByRole('dialog', { name: 'Letter profiles' });
    await profiles.getByRole('button', { name: 'Copy and change' }).click();
    await profiles.getByLabel('Profile name').fill('Our envelope');
    const zone = profiles.getByRole('group', { name: 'Zone 1, Address' });
    await zone.getByLabel('Width').fill('400');
    await expect(zone.getByText('This reaches beyond the page.')).toBeVisible();
    await zone.getByLabel('Width').fill('80,5');
    await profiles.getByRole('button', { name: 'Use this profile' }).click();
    await expect(profiles).toBeHidden();
    await expect(
      page.getByRole('button', { name: /^Letter profile\b.*|Our envelope/ }).first(),
    ).toBeVisible();
    expect((await get(page, 'mailings.profiles')).at(-1)).toMatchObject({ name: 'Our envelope' });

    // The receiver listens, and its own test comes in.
    await page.getByRole('switch', { name: 'Webhook receiver' }).click({ force: true });
    await page.getByRole('button', { name: 'Test receiver' }).click();
    await expect(page.getByText('It works: the event came in on this computer.')).toBeVisible();
    await page.getByRole('switch', { name: 'Webhook receiver' }).click({ force: true });
    await expect(page.getByRole('button', { name: 'Test receiver' })).toBeHidden();

    // Letters put into the folder come to the desk by themselves.
    await place(page, 'Mail PDFs').click();
    await expect(page.getByRole('heading', { name: 'Mail PDFs' })).toBeVisible();
    await writeLetters(watched, 3);
    for (const number of [1, 2, 3])
      await expect(page.getByRole('article', { name: `Letter 0${number}.pdf` })).toContainText(
        'From the watched folder From billing',
      );
    await expect(page.getByText('3 can be sent')).toBeVisible();

    // All three are selected; to whom the shown one goes is its own.
    await expect(page.getByText('Only for Letter 01.pdf')).toBeVisible();
    // Chosen and typed at once: until the options are about the chosen letter they take nothing.
    const typedFor = await page.evaluate(async () => {
      document.querySelector<HTMLElement>('[aria-label="Show Letter 02.pdf"]')?.click();
      await Promise.resolve();
      const options = document.querySelector('.mail-options');
      options?.querySelector('textarea')?.focus();
      return options?.contains(document.activeElement) === true ? options.textContent : 'nothing yet';
    });
    expect(typedFor).toMatch(/^nothing yet$|Only for Letter 02\.pdf/);
    await expect(page.getByText('Only for Letter 02.pdf')).toBeVisible();
    await page.getByLabel('Address lines').fill('Frau\nBerta Muster\nGasse 2\n3002 Bern');
    await page.getByLabel('Address lines').press('Tab');
    const names = async () =>
      (await get(page, 'mailings.cards')).map(({ settings }) => settings.addressLines[1]);
    await expect.poll(names).toEqual(['Anna Muster-1', 'Berta Muster', 'Anna Muster-3']);

    // A bundle of all three, the last one moved up.
    await page.getByRole('button', { name: 'Bundle the 3 selected letters' }).click();
    const stack = page.getByRole('list', { name: 'bundle-1: 3 letters in one envelope' });
    await expect(stack.getByRole('listitem')).toHaveText([/Letter 01/, /Letter 02/, /Letter 03/]);
    await expect(page.getByText('Not all to the same address')).toBeVisible();
    await page.getByRole('button', { name: 'Move Letter 03.pdf up' }).click();
    await expect(stack.getByRole('listitem')).toHaveText([/Letter 01/, /Letter 03/, /Letter 02/]);
    // A switch below the fold takes the focus: its panel scrolls, not the window.
    await page.getByRole('switch', { name: 'Bundling' }).focus();
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    await option(page, /Duplex/, 'Yes');
    await page.getByLabel('Preset name').fill('Bundles');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved as Bundles')).toBeVisible();
    await expect(page.getByText('3 can be sent')).toBeVisible();
    await page.getByRole('button', { name: 'Send 3 documents' }).click();
    await page.getByRole('button', { name: 'Send to outbox' }).click();
    await expect.poll(() => fake.orders.length).toBe(1);
    expect(fake.orders[0]?.settings).toMatchObject({ print: { bundling: true } });
    const places = fake.documents.map(({ fileName, settings }) => {
      const print = settings['print'] as { bundlingId: string; bundlingIndex: number; pages: object };
      expect(print.pages).toMatchObject({ duplex: true });
      return `${fileName} ${print.bundlingId} ${print.bundlingIndex}`;
    });
    expect(places.sort()).toEqual([
      'Letter 01.pdf bundle-1 1',
      'Letter 02.pdf bundle-1 3',
      'Letter 03.pdf bundle-1 2',
    ]);

    // An e-mail that comes back, and its letter in two clicks.
    await writeLetters(watched, 1, 'Mail');
    await expect(page.getByRole('article', { name: 'Mail 01.pdf' })).toBeVisible();
    await expect(page.getByText('1 can be sent')).toBeVisible();
    await option(page, /Send by/, /^Email(?! then)/);
    await page.getByLabel('To', { exact: true }).fill('nobody@example.com');
    await page.getByLabel('To', { exact: true }).press('Tab');
    await expect(page.getByText('1 can be sent')).toBeVisible();
    await page.getByRole('button', { name: 'Send 1 document' }).click();
    await page.getByRole('button', { name: 'Send to outbox' }).click();
    await expect.poll(() => fake.orders.length).toBe(2);
    const mail = fake.documents.find(({ fileName }) => fileName === 'Mail 01.pdf');
    fake.setDocument(
      mail?.number ?? '',
      { status: 'bounced', channel: 'email' },
      { type: 'bounced', metadata: { error: 'Mailbox is full' } },
    );
    await place(page, 'History').click();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByRole('row', { name: /Mail 01\.pdf/ }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toContainText('Mailbox is full');
    await details.getByRole('button', { name: 'Send by post instead' }).click();
    await page.getByRole('button', { name: 'Send to outbox' }).click();
    await expect.poll(() => fake.orders.length).toBe(3);
    expect(fake.orders[2]).toMatchObject({ experience: 'PRINT' });
    expect(fake.documents.at(-1)?.sha256).toBe(mail?.sha256);

    // The service's list knows it too, and its copy can be saved.
    await page.getByRole('button', { name: 'Registered and bounced' }).click();
    const lists = page.getByRole('dialog', { name: 'Registered and bounced' });
    await answerDialogs(postroom, join(dataFolder, 'copy.pdf'));
    await lists.getByRole('button', { name: 'Download PDF…' }).click();
    await expect(page.getByText('Saved as copy.pdf')).toBeVisible();
    expect(readFileSync(join(dataFolder, 'copy.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    await lists.getByRole('button', { name: 'Send by post instead' }).click();
    await expect(page.getByText('This was sent again already.')).toBeVisible();
    expect(fake.orders).toHaveLength(3);

    // One that another computer sent: fetched and posted in two clicks, through a proxy that wants to know lengths.
    const letter = await makePdf([{ texts: [...addressAt(122, 58), ...body] }]);
    const pdf = Buffer.concat([letter, Buffer.from(`\n%${'x'.repeat(4_000_000)}`)]);
    fake.addForeign({ number: 'CUST-DOC-ABROAD', status: 'bounced', clientReference: 'From abroad' }, pdf);
    fake.misbehave(({ method, path }) =>
      method === 'POST' && path === '/documents' ? 'length-required' : null,
    );
    await lists.getByRole('button', { name: 'Close' }).click();
    await expect(lists).toBeHidden();
    await page.getByRole('button', { name: 'Registered and bounced' }).click();
    const foreign = lists.getByRole('listitem').filter({ hasText: 'From abroad' });
    await foreign.getByRole('button', { name: 'Send by post instead' }).click();
    await page.getByRole('button', { name: 'Send to outbox' }).click();
    await expect.poll(() => fake.orders.length).toBe(4);
    expect(fake.documents.at(-1)?.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const uploads = fake.requests.filter(({ method, path }) => method === 'POST' && path === '/documents');
    expect(uploads.slice(-2).map(({ length }) => (length ?? 0) > pdf.byteLength)).toEqual([false, true]);
  } finally {
    await fake.close();
    rmSync(outside, { recursive: true, force: true });
  }
});
