import { expect } from '@playwright/test';
import { type, type Stage } from './stage.ts';

/** First run: nobody meets an empty window. */
export async function tryPractice({ page, step }: Stage): Promise<void> {
  const offer = page.getByRole('button', { name: 'Try with the practice account' });
  await expect(offer).toBeVisible();
  await step('First run');
  await offer.click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await step('Practice account added');
}

/** The practice account decides by the invoice what becomes of an order: this one ships after a minute. */
const invoice = 'ADA-1843';

/** One order typed by hand. */
export async function addOrder({ page, open, step }: Stage): Promise<void> {
  await open('New order');
  const product = page.getByRole('combobox', { name: /^Product/ }).first();
  await product.fill('Voices');
  await page.getByRole('option', { name: /Voices by the River/ }).click();
  const fields = {
    Invoice: invoice,
    'Full name': 'Ada Lovelace',
    'Street address': '12 Main St',
    Country: 'United States',
    'Postal code': '55101',
    City: 'Saint Paul',
    'State or province': 'Minnesota',
  };
  for (const [label, text] of Object.entries(fields)) await type(page.getByLabel(label).first(), text);
  await step('Order typed');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText(/waits in the outbox/).first()).toBeVisible();
  await step('Order placed');
}

const names = [
  'Grace Hopper',
  'Alan Turing',
  'Clara Schumann',
  'Edsger Dijkstra',
  'Mary Somerville',
  'Emmy Noether',
];
const header = 'ProductID\tInvoice\tFirstName\tLastName\tAddress\tCity\tState\tZip\tCountry\tQuantity';

/** What a publisher would copy from a spreadsheet. */
export const sheet = [
  header,
  ...names.map((name, index) =>
    [
      ['66750', '66760', '66770'][index % 3],
      `DEMO-${100 + index}`,
      ...name.split(' '),
      `${index + 1} Oak Ave`,
      'Portland',
      'OR',
      '97201',
      'US',
      1 + (index % 2),
    ].join('\t'),
  ),
].join('\n');

/** Many orders pasted, reviewed and submitted. */
export async function pasteOrders({ page, postroom, open, step }: Stage): Promise<void> {
  await open('Paste orders');
  await postroom.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), sheet);
  await page.getByLabel('Paste rows here').press('Control+V');
  const submit = page.getByRole('button', { name: new RegExp(`^Submit ${names.length} orders`) });
  await expect(submit.first()).toBeVisible();
  await step(`${names.length} orders pasted and matched`);
  await submit.first().click();
  const review = page.getByRole('dialog');
  await expect(review).toBeVisible();
  await step('Review before anything leaves');
  await review.getByRole('button', { name: /^Submit \d+ (live |test )?orders?/ }).click();
  await expect(review).toBeHidden();
  await step('Submitted');
}

/** The outbox, with its undo time; hurried along so that the demo is short. */
export async function sendNow({ page, open, step }: Stage): Promise<void> {
  await open('Outbox');
  const hurry = page.getByRole('button', { name: /^Send now/ });
  await expect(hurry.first()).toBeVisible();
  await step('Waiting in the outbox, to be undone or hurried');
  while ((await hurry.count()) > 0) {
    const before = await hurry.count();
    await hurry.first().click();
    await expect.poll(() => hurry.count()).toBeLessThan(before);
  }
  await expect(page.getByText('Nothing waits', { exact: true })).toBeVisible({ timeout: 60_000 });
  await step('Sent, each once');
}

/** Orders change by themselves until one has shipped; its notification is on the desktop. */
export async function shipped({ page, postroom, open, step }: Stage): Promise<void> {
  await open('History');
  const table = page.getByRole('grid', { name: 'History' }).or(page.getByRole('table', { name: 'History' }));
  await expect(table.getByText('Ada Lovelace')).toBeVisible();
  await step('In History, being made');
  await expect(table.getByText('Shipped').first()).toBeVisible({ timeout: 200_000 });
  await step('Shipped');
  if (process.env['POSTROOM_NOTIFICATIONS']) {
    const about = () =>
      postroom.notifications().filter(({ title, body }) => /shipped/i.test(`${title} ${body}`));
    await expect.poll(() => about().length, { timeout: 30_000 }).toBeGreaterThan(0);
    const first = about()[0];
    await step(`Notified: ${first?.title ?? ''} ${first?.body ?? ''}`.replaceAll('\n', ' ').trim());
  }
  await table.getByText('Shipped').first().click();
  await expect(page.getByText('Timeline').first()).toBeVisible();
  await step('Every step, with time and source');
}
