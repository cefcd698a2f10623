import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';

test('add an account, test its login in one sentence, never see the password again', async ({ page }) => {
  const fake = await startTrepstarServer({ password: 'correct horse' });
  await page.getByRole('button', { name: 'Add account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add account' });
  await dialog.getByRole('button', { name: 'Save account' }).click();
  await expect(dialog.getByText('This is needed.').first()).toBeVisible();

  await dialog.getByLabel('Account name').fill('My shop');
  await dialog.getByLabel('Login email').fill(fake.login.email);
  await dialog.getByLabel('Password').fill('wrong');
  await dialog.getByRole('button', { name: 'Advanced' }).click();
  await dialog.getByLabel('Order address').fill(fake.orderUrl);
  await dialog.getByLabel('Status address').fill(fake.statusUrl);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText(/TrepStar does not accept this login/)).toBeVisible();
  await dialog.getByLabel('Password').fill('correct horse');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText(/It works: TrepStar knows this login/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save account' }).click();
  await expect(page.getByText('Password stored')).toBeVisible();

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const change = page.getByRole('dialog', { name: 'Change account' });
  await expect(change.getByLabel('Password')).toHaveValue('');
  await expect(change.getByLabel('Login email')).toHaveValue(fake.login.email);
  await page.keyboard.press('Escape');

  // A second account of the same login is not kept from anybody, but what it means is said.
  await page.getByRole('button', { name: 'Add account' }).click();
  await dialog.getByLabel('Account name').fill('My other shop');
  await dialog.getByLabel('Login email').fill(fake.login.email.toUpperCase());
  await expect(dialog.getByText('signs in with this login already')).toBeHidden();
  await dialog.getByRole('button', { name: 'Advanced' }).click();
  await dialog.getByLabel('Order address').fill(fake.orderUrl);
  await expect(dialog.getByText('“My shop” signs in with this login already.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove password' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove password' }).click();
  await expect(page.getByText('No password', { exact: true })).toBeVisible();
  expect((await get(page, 'accounts.list'))[0]).toMatchObject({ name: 'My shop', hasSecret: false });
  await fake.close();
});

test('the dialog asks TC.gate’s own questions', async ({ page }) => {
  await page.getByRole('button', { name: 'Add account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add account' });
  await dialog.getByRole('button', { name: /Service/ }).click();
  await page.getByRole('option', { name: /TC\.gate/ }).click();
  for (const label of ['Client ID', 'Secret', 'Tenant'])
    await expect(dialog.getByLabel(label, { exact: true })).toBeVisible();
  await dialog.getByRole('radio', { name: 'Token' }).click();
  await expect(dialog.getByLabel('Token', { exact: true }).last()).toBeVisible();
  await expect(dialog.getByLabel('Client ID')).toBeHidden();
  await dialog.getByRole('button', { name: /Environment/ }).click();
  await page.getByRole('option', { name: 'Test', exact: true }).click();
  await expect(dialog.getByText('The TC.gate test system really prints and posts letters.')).toBeVisible();
  await dialog.getByRole('button', { name: /Environment/ }).click();
  await page.getByRole('option', { name: 'Custom' }).click();
  await expect(dialog.getByLabel('Service address')).toBeVisible();
});
