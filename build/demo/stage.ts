import { expect, type Locator, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Postroom } from '../../test/e2e/harness/postroom.ts';

/** Where the demo leaves its pictures. */
export const pictures = join(import.meta.dirname, '../../out/demo');

/** What the steps of the demo share: the running app, and how they report. */
export interface Stage {
  readonly postroom: Postroom;
  readonly page: Page;
  /** Prints one finished step, with a picture of the window beside it. */
  step: (what: string) => Promise<void>;
  /** Goes to a screen by its name in the navigation. */
  open: (screen: string) => Promise<void>;
}

/** Sets the stage for an app that has been launched. */
export function setStage(postroom: Postroom): Stage {
  mkdirSync(pictures, { recursive: true });
  const page = postroom.page;
  let count = 0;
  const started = Date.now();
  return {
    postroom,
    page,
    step: async (what) => {
      count += 1;
      const name = `${String(count).padStart(2, '0')}-${what
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 40)
        .replace(/-$/, '')}.png`;
      await page.screenshot({ path: join(pictures, name), animations: 'disabled' });
      const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
      process.stdout.write(`${seconds} s  ${what}  (out/demo/${name})\n`);
    },
    open: async (screen) => {
      await page.getByRole('navigation', { name: 'Main' }).getByText(screen, { exact: true }).first().click();
      await expect(page.getByRole('heading', { name: screen }).first()).toBeVisible();
    },
  };
}

/** Types into a field and leaves it, as a user does; a list that opened on the way closes. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}
