import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { dropFiles } from './support/drop.ts';
import { place } from './support/practice.ts';
import { addTcgate, writeLetters } from './support/tcgate.ts';

test.use({ appEnv: { POSTROOM_GRACE_MS: '1200' } });

const underway = (page: Page) => page.getByRole('region', { name: 'On their way' });

/** The two presses that send what is selected. */
async function send(page: Page, documents: string): Promise<void> {
  // What was typed last is on the card by now.
  await expect(page.getByText(`${Number.parseInt(documents, 10)} can be sent`)).toBeVisible();
  await page.getByRole('button', { name: `Send ${documents}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to outbox' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('after sending: a bounced e-mail becomes a letter in two clicks, a scheduled order is moved and cancelled, a rejected letter is replaced', async ({
  cold,
  dataFolder,
}) => {
  const fake = await startTcgateServer();
  try {
    const letters = join(dataFolder, 'letters');
    mkdirSync(letters);
    const files = await writeLetters(letters, 5);
    const page = await cold.launch();
    await addTcgate(page, fake);
    await page.reload();
    await place(page, 'Mail PDFs').click();
    await expect(page.getByRole('heading', { name: 'Mail PDFs' })).toBeVisible();
    const drop = async (...paths: (string | undefined)[]): Promise<void> => {
      await dropFiles(
        page,
        paths.filter((path) => path !== undefined),
      );
      await expect(page.getByText(`${paths.length} can be sent`)).toBeVisible();
    };

    // An e-mail comes back.
    await drop(files[0]);
    await page.getByRole('button', { name: /Send by$/ }).click();
    await page.getByRole('option', { name: /^Email As/ }).click();
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('anna@example.com');
    await page.getByRole('textbox', { name: 'To', exact: true }).blur();
    await send(page, '1 document');
    await expect.poll(() => fake.orders.length).toBe(1);
    const [mail] = fake.documents;
    fake.setDocument(
      mail?.number ?? '',
      { status: 'bounced', channel: 'email' },
      { type: 'bounced', metadata: { error: 'Mailbox is full' } },
    );
    await get(page, 'refresh.now');
    await expect(underway(page)).toContainText('E-mail came back');
    await expect.poll(() => cold.notifications().length).toBeGreaterThan(0);
    await underway(page).getByRole('button', { name: 'Send by post instead' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send to outbox' }).click();
    await expect.poll(() => fake.orders.map(({ experience }) => experience)).toEqual(['EMAIL', 'PRINT']);
    expect(fake.documents[1]).toMatchObject({ sha256: mail?.sha256 });
    expect(fake.documents[1]?.settings).toMatchObject({
      print: { shipping: { addressLines: ['Frau', 'Anna Muster-1', 'Bahnhofstrasse 1', '3001 Bern'] } },
    });
    await expect(page.getByRole('dialog')).toBeHidden();

    // An order for another day.
    await drop(files[1]);
    await page.getByLabel('Send on').fill('2099-01-01');
    await send(page, '1 document');
    await expect.poll(() => fake.orders[2]?.scheduleOn).toBe('2099-01-01');
    fake.step();
    fake.step();
    await get(page, 'refresh.now');
    await underway(page).getByRole('button', { name: 'Reschedule…' }).click();
    await page.getByRole('dialog').getByLabel('Send on').fill('2099-02-02');
    await page.getByRole('dialog').getByRole('button', { name: 'Reschedule', exact: true }).click();
    await expect.poll(() => fake.orders[2]?.scheduleOn).toMatch(/^2099-02-02/);
    const scheduled = underway(page)
      .getByRole('article')
      .filter({ hasText: fake.orders[2]?.number ?? '' });
    await scheduled.getByRole('button', { name: 'Cancel order…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await expect.poll(() => fake.orders.length).toBe(2);
    await expect.poll(() => fake.documents.length).toBe(2);

    // One of two is rejected: its findings are shown, another takes its place, the good one is not sent again.
    fake.autoAccept = false;
    fake.rejectTypes.set('BAD', ['Page 1: font Helvetica is not embedded']);
    await drop(files[2], files[3]);
    await page.getByLabel('Send on').fill('');
    const second = (await get(page, 'mailings.cards'))[1]?.id ?? '';
    await get(page, 'mailings.change', { ids: [second], settings: { type: 'BAD' } });
    await send(page, '2 documents');
    await expect.poll(() => fake.documents.length).toBe(4);
    fake.step();
    await expect(underway(page)).toContainText('Page 1: font Helvetica is not embedded');
    expect(fake.orders).toHaveLength(2);
    fake.autoAccept = true;
    await dropFiles(page, [files[4] ?? '']);
    await expect(page.getByText('1 can be sent')).toBeVisible();
    await underway(page).getByRole('button', { name: 'Replace with Letter 05.pdf' }).click();
    await expect.poll(() => fake.orders.length).toBe(3);
    const inOrder = fake.orders[2]?.documents.map(
      (number) => fake.documents.find((one) => one.number === number)?.fileName,
    );
    expect(inOrder).toEqual(['Letter 03.pdf', 'Letter 05.pdf']);
    await expect.poll(() => fake.documents.map(({ fileName }) => fileName)).not.toContain('Letter 04.pdf');
    expect(fake.documents.filter(({ fileName }) => fileName === 'Letter 03.pdf')).toHaveLength(1);
  } finally {
    await fake.close();
  }
});
