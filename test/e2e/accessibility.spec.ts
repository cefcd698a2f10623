import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { tryPractice } from './support/practice.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that look at colours: all that another theme can break. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What breaks WCAG 2.2 A or AA on the page as it stands, as far as a machine can see. */
async function violations(page: Page, runOnly: object): Promise<string[]> {
  const found = await page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> };
    };
    return (await checker.run(document, { runOnly: only })).violations;
  }, runOnly);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  // Nothing half faded: contrast is measured when movement is over.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
}

test('every screen is without a fault that axe can find, light and dark', async ({ page }) => {
  const all: string[] = [];
  const look = async (where: string): Promise<void> => {
    await inTheme(page, 'light');
    all.push(...(await violations(page, levels)).map((violation) => `${where}: ${violation}`));
    await inTheme(page, 'dark');
    all.push(...(await violations(page, ofColours)).map((violation) => `${where}, dark: ${violation}`));
  };
  await page.evaluate(axe);
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
  await look('First run');
  await tryPractice(page);
  const buttons = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem').getByRole('button');
  for (const text of await buttons.allInnerTexts()) {
    const name = text.split('\n')[0] ?? text;
    await buttons.filter({ hasText: name }).click();
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(name);
    await look(name);
  }
  const ada = { name: 'Ada', company: '', address: '1 Main St', city: 'Dresden', state: '', email: '' };
  await get(page, 'recipients.import', { people: [{ ...ada, postcode: '1099', country: 'DE' }] });
  await buttons.filter({ hasText: 'Recipients' }).click();
  await page.getByRole('grid', { name: 'Recipients' }).getByText('Ada').click();
  await page.getByRole('button', { name: 'Edit…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('Change recipient');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await look('A recipient');
  await buttons.filter({ hasText: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('Add account');
  expect(all).toEqual([]);
});
