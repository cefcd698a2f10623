import { expect, type Page } from '@playwright/test';

/** The button of a screen in the navigation; its name begins with the screen's, a count may follow. */
export const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** From the first run into the app with the practice account. */
export async function tryPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  await expect(place(page, 'Overview')).toBeVisible();
}
