// node build/headless.mjs [desktops] -- command… : runs a command with a private virtual screen, session bus, unlocked
// keychain and notification daemon, or several of them. $POSTROOM_NOTIFICATIONS names the file in which every notification
// is recorded.
import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnv } from './setup/run.mjs';
import { ensureSystemLibraries } from './setup/systemLibraries.mjs';

const tokenName = 'POSTROOM_HEADLESS_TOKEN';
const startLimitMs = 20_000;

/** Processes that carry our token in their environment, ourselves left out. */
function ours(token) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${tokenName}=${token}`);
      } catch {
        return false; // gone, or another user's
      }
    })
    .map(Number);
}

/** Starts a helper that dies with us. `fd3` is read for the first line it writes there. */
function helper(command, args, env, { input, stdout = 'ignore', firstLineFrom } = {}) {
  const stdio = [input === undefined ? 'ignore' : 'pipe', firstLineFrom === 1 ? 'pipe' : stdout, 'ignore'];
  if (firstLineFrom === 3) stdio.push('pipe');
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { env, stdio });
  if (input !== undefined) child.stdin.end(input);
  const ended = new Promise((done) => child.on('close', done));
  const line = firstLineFrom
    ? new Promise((done, fail) => {
        let text = '';
        child.stdio[firstLineFrom].on('data', (data) => {
          text += data;
          if (text.includes('\n')) done(text.trim());
        });
        void ended.then(() => fail(new Error(`${command} ended before it was ready`)));
      })
    : Promise.resolve('');
  line.catch(() => {}); // reported where it is awaited
  return { child, ended, line };
}

async function until(what, check) {
  const limit = Date.now() + startLimitMs;
  while (!(await check())) {
    if (Date.now() > limit) throw new Error(`${what} did not become ready`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

function busHas(name, env) {
  return new Promise((done) => {
    const args = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
    const child = spawn('dbus-send', [...args, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`], {
      env,
    });
    let out = '';
    child.stdout.on('data', (data) => (out += data));
    child.on('close', () => done(out.includes('boolean true')));
    child.on('error', () => done(false));
  });
}

/**
 * A virtual screen, session bus, unlocked keychain and notification daemon in `home`: the environment of what is to use
 * them, and their processes, which are added to `running`.
 */
async function startDesktop(home, shared, running) {
  const start = (...rest) => {
    const one = helper(...rest);
    running.push(one);
    return one;
  };
  for (const name of ['run', 'data', 'config']) mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
  const notifications = join(home, 'notifications.log');
  writeFileSync(notifications, '');
  const own = { XDG_RUNTIME_DIR: join(home, 'run'), POSTROOM_NOTIFICATIONS: notifications };
  const screen = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { ...shared, ...own },
    { firstLineFrom: 3 },
  );
  const bus = start(
    'dbus-daemon',
    ['--session', '--nofork', '--print-address'],
    { ...shared, ...own },
    { firstLineFrom: 1 },
  );
  own.DISPLAY = `:${await screen.line}`;
  own.DBUS_SESSION_BUS_ADDRESS = await bus.line;
  const env = { ...shared, ...own };
  start(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { ...env, XDG_DATA_HOME: join(home, 'data') },
    { input: 'postroom\n' },
  );
  start(
    'dunst',
    ['-print'],
    { ...env, XDG_CONFIG_HOME: join(home, 'config') },
    { stdout: openSync(notifications, 'a') },
  );
  await until('The keychain', () => busHas('org.freedesktop.secrets', env));
  await until('The notification daemon', () => busHas('org.freedesktop.Notifications', env));
  return own;
}

/**
 * Runs `command` in the headless surroundings; resolves to its exit code. Linux only. It is given the first of `desktops`
 * such surroundings, and in $POSTROOM_DESKTOPS the environments of all, one for each of several apps at a time.
 */
export async function headless(command, args, { env: extra = {}, desktops = 1 } = {}) {
  await ensureSystemLibraries({ headless: true });
  const home = mkdtempSync(join(tmpdir(), 'postroom-headless-'));
  chmodSync(home, 0o700);
  const token = randomUUID();
  const shared = childEnv({ ...extra, [tokenName]: token, NO_AT_BRIDGE: '1' });
  delete shared.WAYLAND_DISPLAY;
  if (!/utf-?8/i.test(shared.LC_ALL ?? shared.LC_CTYPE ?? shared.LANG ?? '')) {
    shared.LANG = 'C.UTF-8'; // otherwise Chromium drops files with non-ASCII names
    delete shared.LC_ALL;
    delete shared.LC_CTYPE;
  }
  const running = [];
  let child;
  const forward = (signal) => child?.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  try {
    const own = [];
    for (let index = 0; index < desktops; index += 1)
      own.push(await startDesktop(join(home, String(index)), shared, running));
    const env = { ...shared, ...own[0], POSTROOM_DESKTOPS: JSON.stringify(own) };
    return await new Promise((done, fail) => {
      child = spawn(command, args, { env, stdio: 'inherit' });
      child.on('error', fail);
      child.on('exit', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      for (const pid of ours(token)) {
        try {
          process.kill(pid, signal);
        } catch {
          // ended by itself in between
        }
      }
      const limit = Date.now() + 2_000;
      while (ours(token).length > 0 && Date.now() < limit) await new Promise((done) => setTimeout(done, 25));
    }
    await Promise.all(running.map((one) => one.ended));
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const given = process.argv.slice(2);
  const at = given.indexOf('--');
  const desktops = Number(given.slice(0, at)[0] ?? 1);
  const [command, ...args] = given.slice(at + 1);
  if (at < 0 || at > 1 || !(desktops >= 1) || !command) {
    process.stderr.write('usage: node build/headless.mjs [desktops] -- command…\n');
    process.exit(2);
  }
  process.exitCode = await headless(command, args, { desktops });
}
