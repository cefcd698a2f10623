import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executable } from '../../e2e/harness/launch.ts';
import { kill9, tree } from '../../e2e/harness/processes.ts';
import { installProbe } from './probe.ts';

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  end: () => void;
}

/** A page beside the app's, in the same browser: one that does nothing but scroll bare rows, or one that only moves a box. */
export async function openBeside(app: ElectronApplication, name: 'bare.html' | 'box.html'): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(
    async ({ BrowserWindow }, file) => {
      const { width, height } = BrowserWindow.getAllWindows()[0]?.getContentBounds() ?? {
        width: 1320,
        height: 833,
      };
      const webPreferences = { partition: file, sandbox: true };
      await new BrowserWindow({ width, height, useContentSize: true, webPreferences }).loadFile(file);
    },
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return opened;
}

/** The real app with the practice account and the paste screen open. `end` ends every process of it at once. */
export async function openPasteScreen(): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-grid-'));
  const { path, args } = executable();
  const app = await _electron.launch({
    executablePath: path,
    args: [...args, `--user-data-dir=${folder}`],
  });
  const { pid } = app.process();
  const end = (): void => {
    if (pid !== undefined) kill9(tree(pid));
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Try with the practice account' }).waitFor();
    await page.evaluate(() => window.postroom.accounts.tryPractice());
    await page.context().addInitScript(installProbe);
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Paste orders', { exact: true }).click();
    await page.getByLabel('Paste rows here').waitFor();
    return { app, page, end };
  } catch (error) {
    end();
    throw error;
  }
}
