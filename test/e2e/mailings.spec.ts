import { expect, test } from './fixtures.ts';

test('the sample PDFs are checked, reviewed and sent through the practice account', async ({ page }) => {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Mail PDFs/ })
    .click();
  await page.getByRole('button', { name: 'Take the sample PDFs' }).click();
  const letter = page.getByRole('article', { name: 'Practice letter Zoe Mueller.pdf' });
  await expect(letter.getByText(/1 page/)).toBeVisible();
  await expect(letter.getByText('Checking', { exact: true })).toBeHidden();
  // The first page is really drawn.
  await expect(letter.locator('.thumb img')).toBeVisible();
  expect(await letter.locator('.thumb').evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  await letter.getByRole('button', { name: 'Show Practice letter Zoe Mueller.pdf' }).click();
  await expect(page.getByLabel('Address lines')).toHaveValue(/Zypressenstrasse 15/);
  await expect(page.getByText('4 can be sent')).toBeVisible();
  await page.getByRole('button', { name: 'Send 4 documents' }).click();
  await page.getByRole('button', { name: 'Send to outbox' }).click();
  await expect(page.getByRole('region', { name: 'On their way' })).toContainText(
    'Practice letter Zoe Mueller.pdf',
  );
  await expect(page.getByRole('article', { name: 'Practice letter Zoe Mueller.pdf' })).toBeHidden();
});
