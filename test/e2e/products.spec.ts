import { expect, test } from './fixtures.ts';

test('products: added, refused without a number, changed, a number that is taken, removed and taken back', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  const nav = page.getByRole('navigation', { name: 'Main' });
  await nav.getByRole('button', { name: /^Products/ }).click();
  const list = page.getByRole('grid', { name: 'Products' });
  await expect(list.getByText('Voices by the River')).toBeVisible();
  const before = await list.getByRole('row').count();

  await page.getByRole('button', { name: 'Add product' }).click();
  const dialog = page.getByRole('dialog');
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await field('Title').fill('Night Trains');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await expect(dialog.getByText('The product ID is a number.', { exact: false })).toBeVisible();
  await field('Product ID').fill('70011');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await expect(list.getByRole('row')).toHaveCount(before + 1);

  await list.getByText('Night Trains').click();
  await field('Product ID').fill('66750');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await expect(dialog.getByText('There is another product with this ID.', { exact: false })).toBeVisible();
  await field('Product ID').fill('70012');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await expect(list.getByText('70012')).toBeVisible();

  await list.getByText('Night Trains').click();
  await dialog.getByRole('button', { name: 'Remove product' }).click();
  await expect(list.getByRole('row')).toHaveCount(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByText('70012')).toBeVisible();
});
