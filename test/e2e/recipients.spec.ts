import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { anOrder, get, placeOrder } from './support/api.ts';

const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: new RegExp(`^${name}`) });
const list = (page: Page) => page.getByRole('grid', { name: 'Recipients' });
const details = (page: Page) => page.getByRole('complementary', { name: 'Recipient' });

test('recipients: learned from an order, added, checked by country, found, used, merged, imported, taken off, erased', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  await nav(page, 'Recipients').click();
  await expect(page.getByText('Nobody yet')).toBeVisible();
  const [account] = await get(page, 'accounts.list');
  await placeOrder(page, anOrder(account?.id ?? '', { email: 'zoe@example.com' }));
  await expect(list(page).getByText('Zoë Müller')).toBeVisible();

  // By hand, from a pasted block, with a postcode whose zero was lost.
  await page.getByRole('button', { name: 'Add recipient' }).click();
  await page.getByRole('button', { name: 'Save recipient' }).click();
  await expect(page.getByText('Give a name or a company.')).toBeVisible();
  await get(page, 'app.writeClipboard', {
    text: 'Katja Neumann\nRandlinie Verlag\nAlaunstraße 40\n01099 Dresden\nDeutschland',
  });
  await page.getByRole('textbox', { name: 'Full name' }).focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Dresden');
  await page.getByRole('textbox', { name: 'Postal code' }).fill('1099');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Did the leading zero get lost?')).toBeVisible();
  await page.getByRole('button', { name: 'Use 01099' }).click();
  await expect(page.getByRole('textbox', { name: 'Postal code' })).toHaveValue('01099');
  await page.getByRole('button', { name: 'Save recipient' }).click();
  await expect(details(page).getByText('01099 Dresden')).toBeVisible();
  await expect(details(page).getByText('GERMANY')).toBeVisible();

  // The pane stands beside the list, as wide as it is meant to be.
  expect((await details(page).boundingBox())?.width).toBe(372);

  // Found by the start of a word, and used in a new order.
  await page.getByRole('searchbox', { name: 'Search recipients' }).fill('dres');
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await details(page).getByRole('button', { name: 'New order' }).click();
  await expect(page.getByRole('combobox', { name: 'Full name' })).toHaveValue('Katja Neumann');
  await expect(page.getByRole('textbox', { name: 'Street address' })).toHaveValue('Alaunstraße 40');
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Germany');

  // Imported: one known, one new, one that is probably somebody known.
  await nav(page, 'Recipients').click();
  await page.getByRole('searchbox', { name: 'Search recipients' }).fill('');
  await page.getByRole('button', { name: 'Import…' }).click();
  await page
    .getByRole('textbox', { name: 'Rows or addresses' })
    .fill(
      'Name\tAddress\tZip\tCity\tCountry\tEmail\n' +
        'Zoe Mueller\t1 Main Street\t55101\tSaint Paul\tUS\tzoe@example.com\n' +
        'Urs Frei\tBahnhofstr. 1\t8001\tZürich\tSwitzerland\turs@example.com\n',
    );
  await page.getByRole('button', { name: 'Import 2 recipients' }).click();
  await expect(page.getByText('2 added, 0 were known.')).toBeVisible();
  await expect(list(page).getByText('Urs Frei')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Find duplicates…' }).click();
  await expect(page.getByRole('dialog').getByText('Zoe Mueller')).toBeVisible();
  await page.getByRole('button', { name: 'Merge 1 pair' }).click();
  await expect(page.getByText('1 group was merged.')).toBeVisible();
  await expect(list(page).getByText('Zoe Mueller')).toBeHidden();

  // One line of time; taken off the list and put back with it.
  await list(page).getByText('Zoë Müller').click();
  await expect(details(page).getByText('A-1001')).toBeVisible();
  await details(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove from the list' }).click();
  await expect(list(page).getByText('Zoë Müller')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(details(page).getByText('A-1001')).toBeVisible();

  // Erasing waits for what is on its way.
  await details(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Erase…' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText(/is on its way out\. Erase when it has left/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await list(page).getByText('Urs Frei').click();
  await details(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Erase…' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(list(page).getByText('Urs Frei')).toBeHidden();

  // The palette finds people too, and a letter takes their address.
  await page.keyboard.press('Control+K');
  await page.getByRole('searchbox', { name: 'Find or do' }).fill('katja');
  await page.getByRole('menuitem', { name: 'Katja Neumann' }).click();
  await expect(details(page).getByText('Randlinie Verlag')).toBeVisible();
  await nav(page, 'Mail PDFs').click();
  await page.getByRole('button', { name: 'Take the sample PDFs' }).click();
  const lines = page.getByRole('textbox', { name: 'Address lines' });
  await expect(lines).not.toHaveValue('');
  await page.getByRole('button', { name: 'Pick from Recipients' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('neu');
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lines).toHaveValue('Katja Neumann\nRandlinie Verlag\nAlaunstraße 40\n01099 Dresden');
});
