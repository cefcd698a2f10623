import { contract } from '../../shared/contract/contract.ts';
import { expect, sharingOneApp } from './fixtures.ts';
import { ask } from './support/api.ts';
import { repository } from './harness/launch.ts';
import { startStranger, type Stranger } from './support/stranger.ts';

const test = sharingOneApp().extend<{ stranger: Stranger }>({
  // oxlint-disable-next-line no-empty-pattern
  stranger: async ({}, use) => {
    const stranger = await startStranger();
    await use(stranger);
    await stranger.close();
  },
});

test('the page has no network, whichever way it tries', async ({ postroom, page, stranger }) => {
  const tried = await page.evaluate(async (address) => {
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'reached',
        () => 'refused',
      );
    const loads = (tag: 'img' | 'script', source: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const element = document.createElement(tag);
        element.onload = resolve;
        element.onerror = reject;
        element.src = source;
        document.body.append(element);
      });
    const socket = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const made = new WebSocket(address.replace('http', 'ws'));
        made.onopen = resolve;
        made.onerror = reject;
      });
    return {
      fetch: await outcome(fetch(`${address}/fetch`)),
      noCors: await outcome(fetch(`${address}/no-cors`, { mode: 'no-cors' })),
      image: await outcome(loads('img', `${address}/image.png`)),
      script: await outcome(loads('script', `${address}/script.js`)),
      socket: await outcome(socket()),
      beacon: navigator.sendBeacon(`${address}/beacon`, 'x'),
      file: await outcome(fetch('file:///etc/passwd')),
    };
  }, stranger.address);
  expect(tried).toMatchObject({
    fetch: 'refused',
    noCors: 'refused',
    image: 'refused',
    script: 'refused',
    socket: 'refused',
    file: 'refused',
  });
  expect(stranger.knocks).toEqual([]);
  postroom.problems.length = 0;
});

test('the clipboard is open to the page once for each time the person pastes, and nothing else is handed over', async ({
  app,
  page,
}) => {
  const read = () => ask(page, 'app.readClipboard');
  await app.evaluate(({ clipboard }) => clipboard.writeText('from elsewhere'));
  expect(await read()).toMatchObject({ error: { code: 'not-allowed' } });
  await page.keyboard.press('Control+C');
  await page.keyboard.press('v');
  expect(await read()).toMatchObject({ error: { code: 'not-allowed' } });
  await page.keyboard.press('Control+V');
  expect(await read()).toMatchObject({ ok: true, value: { text: 'from elsewhere' } });
  expect(await read()).toMatchObject({ error: { code: 'not-allowed' } });

  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        ['GET', '/handover/guess'],
        ['POST', '/handover/guess'],
        ['POST', '/handover'],
        ['POST', '/document/guess.pdf'],
        ['POST', '/index.html'],
      ].map(async ([method = '', path = '']) => {
        const sent: RequestInit = method === 'POST' ? { method, body: 'x' } : { method };
        return (await fetch(path, sent)).status;
      }),
    ),
  );
  expect(statuses).toEqual([404, 404, 405, 405, 405]);
});

test('the page has no Node, no Electron, and a sandbox', async ({ app, page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('window.postroom is the contract and nothing else', async ({ page }) => {
  const names = await page.evaluate(() =>
    Object.entries((window as unknown as { postroom: Record<string, object> }).postroom).flatMap(
      ([subject, group]) =>
        typeof group === 'function' ? [subject] : Object.keys(group).map((verb) => `${subject}.${verb}`),
    ),
  );
  expect(names.toSorted()).toEqual([...Object.keys(contract), 'firstLook', 'on'].toSorted());
});

test('permissions are denied', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const position = new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        () => done('denied'),
      ),
    );
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    );
    const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const;
    const states = await Promise.all(
      asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    return {
      position: await position,
      media: await media,
      notification: await Notification.requestPermission(),
      states,
    };
  });
  expect(answers.position).toBe('denied');
  expect(answers.media).toMatch(/NotAllowed|NotFound/);
  expect(answers.notification).toBe('denied');
  expect(answers.states.every((state) => state === 'denied')).toBe(true);
});

test('no new windows', async ({ app, page, stranger }) => {
  const opened = await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = `${address}/link`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    return [
      window.open(`${address}/open`),
      window.open('postroom://app/index.html'),
      window.open('about:blank'),
    ];
  }, stranger.address);
  expect(opened).toEqual([null, null, null]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(stranger.knocks).toEqual([]);
});

test('no way to another page', async ({ postroom, app, page, stranger }) => {
  const home = page.url();
  const ways = [
    'http://x.invalid/?next=postroom://app',
    'postroom://app.x.invalid/index.html',
    'postroom://other/index.html',
    'file:///etc/passwd',
    'data:text/html,hi',
    `${stranger.address}/redirect`,
    `${stranger.address}/?postroom://app/index.html`,
  ];
  await app.evaluate(({ BrowserWindow }) => {
    const prevented: string[] = [];
    Object.assign(globalThis, { prevented });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      if (event.defaultPrevented) prevented.push(event.url);
    });
  });
  const prevented = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { prevented: string[] }).prevented);
  for (const way of ways) {
    await page.evaluate((address) => {
      location.href = address;
    }, way);
    // Chromium itself refuses data: and file: in the top frame; the others get as far as our guard.
    if (/^(http|postroom)/.test(way)) await expect.poll(prevented).toContain(way);
  }
  await page.evaluate((address) => {
    const form = document.createElement('form');
    form.action = `${address}/form`;
    document.body.append(form);
    form.submit();
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0; url=${address}/refresh`;
    document.head.append(refresh);
  }, stranger.address);
  // The refused form is what this test asked for; only once the page says so was it tried.
  await expect.poll(() => postroom.problems.join()).toContain('form-action');
  expect(page.url()).toBe(home);
  expect(await page.evaluate(() => typeof (window as { postroom?: object }).postroom)).toBe('object');
  expect(stranger.knocks).toEqual([]);
  postroom.problems.length = 0;
});

test('a redirect leads nowhere, even when the main process itself loads it', async ({ app, stranger }) => {
  const outcome = await app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false });
    const said = await window.loadURL(`${address}/redirect`).then(
      () => 'loaded',
      (error: Error) => error.message,
    );
    window.destroy();
    return said;
  }, stranger.address);
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(stranger.knocks).toEqual([]);
});

test('scripts that are not ours do not run', async ({ postroom, page }) => {
  const ran = await page.evaluate(() => {
    const target = window as { owned?: string };
    const inline = document.createElement('script');
    inline.textContent = 'window.owned = "inline"';
    document.body.append(inline);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.owned = "handler"');
    const failed = new Promise((done) => image.addEventListener('error', done));
    image.src = 'data:,';
    document.body.append(image);
    // oxlint-disable-next-line no-implied-eval -- the policy must refuse it
    setTimeout('window.owned = "timer"');
    // Timers fire in order, and our listener comes after the handler that must not be.
    const timed = new Promise<void>((done) => setTimeout(done));
    return Promise.all([failed, timed]).then(() => target.owned ?? 'nothing');
  });
  expect(ran).toBe('nothing');
  postroom.problems.length = 0;
});

test('our scheme serves our files with the policy, and nothing above them', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const look = async (address: string): Promise<(string | number | null)[]> => {
      const answer = await fetch(address);
      return [answer.status, answer.headers.get('content-security-policy')];
    };
    return {
      page: await look('/index.html'),
      missing: await look('/nothing.js'),
      above: await look('/..%2f..%2fpackage.json'),
      post: (await fetch('/index.html', { method: 'POST', body: 'x' })).status,
    };
  });
  expect(answers.page[0]).toBe(200);
  expect(answers.page[1]).toContain("default-src 'none'; script-src 'self'");
  expect(answers.missing).toEqual([404, answers.page[1]]);
  expect(answers.above).toEqual([400, answers.page[1]]);
  expect(answers.post).toBe(405);
});

test('hostile messages to every request are answered, and nothing breaks', async ({ page }) => {
  const wrong = await page.evaluate(async () => {
    type Ask = (...input: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>;
    const api = (window as unknown as { postroom: Record<string, Record<string, Ask>> }).postroom;
    const polluted: unknown = JSON.parse('[{"__proto__":{"polluted":true}}]');
    const hostile = [
      7,
      'x',
      null,
      true,
      [[[]]],
      polluted,
      'x'.repeat(5_000_000),
      new Date(),
      new Map(),
      new Uint8Array(4),
    ];
    const found: string[] = [];
    for (const [subject, group] of Object.entries(api)) {
      if (typeof group === 'function') continue;
      for (const [verb, ask] of Object.entries(group)) {
        // Takes files, not a message; the preload itself writes down their paths.
        if (verb === 'intake') continue;
        for (const [index, input] of hostile.entries()) {
          const answer = await ask(input);
          if (answer.ok || answer.error?.code !== 'bad-input') found.push(`${subject}.${verb} ${index}`);
        }
      }
    }
    return found;
  });
  expect(wrong).toEqual([]);
  const alive = await page.evaluate(() =>
    (
      window as unknown as { postroom: { app: { info: () => Promise<{ ok: boolean }> } } }
    ).postroom.app.info(),
  );
  expect(alive.ok).toBe(true);
});

test('a stranger with our preload gets no further than the door', async ({ app }) => {
  const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await window.loadURL('data:text/html,stranger');
    const said: unknown = await window.webContents.executeJavaScript('window.postroom.accounts.list()');
    window.destroy();
    return said;
  }, `${repository}/out/preload/preload.cjs`);
  expect(answer).toEqual({ ok: false, error: { code: 'not-allowed' } });
});

test('downloads and webviews are refused', async ({ app, page }) => {
  // Listening before anything is clicked: two processes are asked, and either may be the quicker.
  const listening = await app.evaluateHandle(({ session }) => ({
    refused: new Promise<boolean>((done) =>
      session.defaultSession.once('will-download', (event) => done(event.defaultPrevented)),
    ),
  }));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
    document.body.append(document.createElement('webview'));
  });
  expect(await listening.evaluate(({ refused }) => refused)).toBe(true);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});
