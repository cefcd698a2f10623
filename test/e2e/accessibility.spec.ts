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

/** What breaks WCAG 2.2 A or AA on the page as it stands, as far as a machine can see. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await checker.run(document, { runOnly: tags })).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Nothing half faded: contrast is measured when movement is over. */
const settled = (page: Page) =>
  page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );

for (const theme of ['light', 'dark'] as const)
  test(`every screen is without a fault that axe can find, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    expect(await violations(page), 'First run').toEqual([]);
    await tryPractice(page);
    const buttons = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem').getByRole('button');
    const all: string[] = [];
    for (const name of await buttons.allInnerTexts()) {
      await buttons.filter({ hasText: name.split('\n')[0] ?? name }).click();
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await settled(page);
      all.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    }
    const ada = { name: 'Ada', company: '', address: '1 Main St', city: 'Dresden', state: '', email: '' };
    await get(page, 'recipients.import', { people: [{ ...ada, postcode: '1099', country: 'DE' }] });
    await buttons.filter({ hasText: 'Recipients' }).click();
    await page.getByRole('grid', { name: 'Recipients' }).getByText('Ada').click();
    await page.getByRole('button', { name: 'Edit…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await settled(page);
    all.push(...(await violations(page)).map((violation) => `Change recipient: ${violation}`));
    await page.keyboard.press('Escape');
    await settled(page);
    all.push(...(await violations(page)).map((violation) => `A recipient: ${violation}`));
    await buttons.filter({ hasText: 'Accounts' }).click();
    await page.getByRole('button', { name: 'Add account' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await settled(page);
    all.push(...(await violations(page)).map((violation) => `Add account: ${violation}`));
    expect(all).toEqual([]);
  });
