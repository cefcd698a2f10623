import type { Page } from '@playwright/test';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { addTrepstar, anOrder, get, placeOrder, statusOf } from './support/api.ts';

const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: new RegExp(`^${name}`) });

async function practise(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  await expect(nav(page, 'New order')).toBeVisible();
}

/** Fills the form with an order to Germany; what is left out stays as it was. */
async function fillOrder(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Product' }).fill('66750');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Quantity' }).fill('2');
  await page.getByRole('combobox', { name: 'Full name' }).fill('Katja Neumann');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Street address' }).fill('Alaunstraße 40');
  await page.getByRole('textbox', { name: 'Postal code' }).fill('01099');
  await page.getByRole('textbox', { name: 'City' }).fill('Dresden');
  await page.getByRole('combobox', { name: 'Country' }).fill('Germany');
  await page.keyboard.press('Tab');
}

test('says what is missing instead of being dead, then places, takes back, edits and places again', async ({
  page,
}) => {
  await practise(page);
  await nav(page, 'New order').click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText(/things are missing or wrong: .*Full name/)).toBeVisible();
  await expect(page.getByText('The name is missing. TrepStar refuses orders without one.')).toBeVisible();

  await fillOrder(page);
  await expect(page.getByText('The name is missing. TrepStar refuses orders without one.')).toBeHidden();
  await page.getByRole('textbox', { name: 'Quantity' }).fill('600');
  await page.getByRole('button', { name: 'Split into 3 orders' }).click();
  await expect(page.getByText('Goes as 3 orders, each its own parcel with its own invoice:')).toBeVisible();
  await expect(page.getByText('250 × Voices by the River').first()).toBeVisible();
  await page.getByRole('button', { name: 'Place 3 orders' }).click();
  await expect(page.getByText('its other parts wait in the outbox, 3 orders')).toBeVisible();
  const { groups } = await get(page, 'outbox.groups');
  expect(groups).toMatchObject([{ count: 3 }]);
  const batchId = groups[0]?.batchId ?? '';
  const all = { filter: { batchId }, sort: 'at', descending: true, cursor: null, limit: 10 } as const;
  const parts = (await get(page, 'history.page', all)).items;
  expect(parts).toHaveLength(3);
  expect(new Set(parts.map(({ reference }) => reference)).size).toBe(3);
  await get(page, 'outbox.undo', { batchId });

  await fillOrder(page);
  const invoice = await page.getByRole('textbox', { name: 'Invoice', exact: true }).inputValue();
  expect(invoice).not.toBe('');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${invoice} waits in the outbox`)).toBeVisible();

  await nav(page, 'Outbox').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Katja Neumann' });
  await expect(row.getByText(/leaves in \d+:\d\d/)).toBeVisible();
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nothing waits', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Full name' })).toHaveValue('Katja Neumann');
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('2');
  await page.getByRole('button', { name: 'Place order' }).dblclick();
  await nav(page, 'Outbox').click();
  await row.getByRole('button', { name: 'Send now' }).click();

  await nav(page, 'History').click();
  const list = page.getByRole('grid', { name: 'History' });
  const sent = list
    .getByRole('row')
    .filter({ hasText: 'Katja Neumann' })
    .filter({ hasNotText: 'Taken back' });
  await expect(sent.getByText(/In line|Being made|Shipped/)).toBeVisible();
  await sent.click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('Alaunstraße 40')).toBeVisible();
  await expect(details.getByText('Accepted into the outbox')).toBeVisible();

  // Ordered again while another order is half typed: that one makes room, and comes back.
  await nav(page, 'New order').click();
  await page.getByRole('combobox', { name: 'Full name' }).fill('Half Typed');
  await nav(page, 'History').click();
  await sent.click();
  await details.getByRole('button', { name: 'Order again' }).click();
  await expect(page.getByRole('combobox', { name: 'Full name' })).toHaveValue('Katja Neumann');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('combobox', { name: 'Full name' })).toHaveValue('Half Typed');
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeHidden();
});

test('a pasted address block fills the fields, and an unfinished order survives kill -9', async ({
  postroom,
  page,
}) => {
  await practise(page);
  await nav(page, 'New order').click();
  const name = page.getByRole('combobox', { name: 'Full name' });
  await name.click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Grace Okonkwo\n902 Harbor View Dr\nBaltimore, MD 21230\nUnited States\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(name).toHaveValue('Grace Okonkwo');
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Baltimore');
  await expect(page.getByRole('textbox', { name: 'State or province' })).toHaveValue('MD');
  await expect(page.getByRole('textbox', { name: 'Postal code' })).toHaveValue('21230');
  await expect
    .poll(async () => (await get(page, 'drafts.load', { name: 'newOrder' })).text ?? '')
    .toContain('Baltimore');

  await postroom.kill9();
  const again = await postroom.relaunch();
  await nav(again, 'New order').click();
  await expect(again.getByRole('combobox', { name: 'Full name' })).toHaveValue('Grace Okonkwo');
});

test('a refused order says why in plain words, keeps its invoice, and goes out once after it was edited', async ({
  page,
}) => {
  const fake = await startTrepstarServer({ products: ['66750'] });
  const account = await addTrepstar(page, fake);
  const foreign = [{ productId: '40390', title: 'Not ours', quantity: 1 }];
  const id = await placeOrder(
    page,
    anOrder(account.id, { invoice: 'D-2', name: 'Kwame Mensah', lines: foreign }),
  );
  await expect.poll(() => statusOf(page, id)).toBe('refused');
  await page.reload();
  await nav(page, 'Outbox').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Kwame Mensah' });
  await expect(row.getByText('Refused', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: /What TrepStar answered/ }).click();
  await expect(row.getByText(/000505/)).toBeVisible();
  await row.getByRole('button', { name: 'Edit and send again' }).click();
  await expect(page.getByText(/Editing D-2, which was refused/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Product' }).fill('66750');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText('D-2 waits in the outbox')).toBeVisible();
  await expect.poll(() => fake.timesTaken('D-2')).toBe(1);
  await nav(page, 'Outbox').click();
  await expect(row).toBeHidden();
  await fake.close();
});

test('history finds by part of a name without accents, and filters say how to drop them', async ({
  page,
}) => {
  const fake = await startTrepstarServer();
  const account = await addTrepstar(page, fake);
  const id = await placeOrder(page, anOrder(account.id, { invoice: 'H-1', name: 'Zoë Müller' }));
  await placeOrder(page, anOrder(account.id, { invoice: 'H-2', name: 'Søren Kjærgaard' }));
  await expect.poll(() => statusOf(page, id)).toBe('accepted');
  await page.reload();
  await nav(page, 'History').click();
  const list = page.getByRole('grid', { name: 'History' });
  await expect(list.getByRole('row').filter({ hasText: 'H-2' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search history' }).fill('mull');
  await expect(list.getByRole('row').filter({ hasText: 'H-1' })).toBeVisible();
  await expect(list.getByRole('row').filter({ hasText: 'H-2' })).toBeHidden();
  await page.getByRole('searchbox', { name: 'Search history' }).fill('nobody of that name');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: /Clear the search/ }).click();
  await expect(list.getByRole('row').filter({ hasText: 'H-2' })).toBeVisible();
  await fake.close();
});
