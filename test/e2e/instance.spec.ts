import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { executable } from './harness/launch.ts';

test('a second start ends and brings the first window forward', async ({ postroom, app, dataFolder }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { path: program, args } = executable();
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const second = spawn(program, [...args, `--user-data-dir=${dataFolder}`], { env, stdio: 'ignore' });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible())),
    )
    .toEqual([true]);
  expect(postroom.page.url()).toBe('postroom://app/index.html');
});

test('everything lives in the folder of --user-data-dir', async ({ app, dataFolder }) => {
  expect(await app.evaluate(({ app: electron }) => electron.getPath('userData'))).toBe(dataFolder);
});

test('the window comes back where it was, also after a kill', async ({ postroom }) => {
  const bounds = { x: 40, y: 50, width: 1100, height: 720 };
  await postroom.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  await expect
    .poll(() => {
      try {
        return JSON.parse(readFileSync(path.join(postroom.dataFolder, 'window.json'), 'utf8')) as unknown;
      } catch {
        return null;
      }
    })
    .toMatchObject(bounds);
  await postroom.kill9();
  await postroom.launch();
  const now = await postroom.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(now).toEqual(bounds);
});

test('a window state off the screen is mended', async ({ cold, dataFolder }) => {
  writeFileSync(
    path.join(dataFolder, 'window.json'),
    JSON.stringify({ x: 90_000, y: -4_000, width: 1000, height: 700, maximized: false }),
  );
  await cold.launch();
  const seen = await cold.app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    const area = screen.getPrimaryDisplay().workArea;
    return bounds !== undefined && bounds.x >= area.x && bounds.x < area.x + area.width && bounds.y >= area.y;
  });
  expect(seen).toBe(true);
});

test('a page whose process dies is loaded again', async ({ app, page }) => {
  const reloaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((done) =>
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done(true)),
      ),
  );
  const died = app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await died;
  expect(await reloaded).toBe(true);
  expect(page.isClosed() || page.url() === 'postroom://app/index.html').toBe(true);
});
