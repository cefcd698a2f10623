import { expect, type Page } from '@playwright/test';
import { get } from './api.ts';

/** The button of a screen in the navigation; its name begins with the screen's, a count may follow. */
export const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** From the first run into the app with the practice account. */
export async function tryPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try with the practice account' }).click();
  await expect(place(page, 'Overview')).toBeVisible();
}

/** The app with the practice account, whether it is at its first run or an earlier test has led it in. */
export async function inPractice(page: Page): Promise<void> {
  const accounts = await get(page, 'accounts.list');
  await (accounts.length === 0 ? tryPractice(page) : place(page, 'Overview').click());
}
