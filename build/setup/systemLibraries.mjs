import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, run, say } from './run.mjs';

/** What Electron links against, and the Debian package that brings it. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libsecret-1.so.0': 'libsecret-1-0',
  'libnotify.so.4': 'libnotify4',
};
const headlessTools = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus-daemon',
  'dbus-send': 'dbus-bin',
  'gnome-keyring-daemon': 'gnome-keyring',
  dunst: 'dunst',
  setpriv: 'util-linux',
  ps: 'procps',
};
const compileTools = { 'g++': 'g++', make: 'make', python3: 'python3' };

const onPath = (tool) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'].some((dir) => existsSync(join(dir, tool)));

async function missing({ headless, compile }) {
  const packages = new Set();
  const known = (
    await run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], { capture: true })
  ).out;
  for (const [soname, name] of Object.entries(libraries)) if (!known.includes(soname)) packages.add(name);
  const tools = { ...(headless ? headlessTools : {}), ...(compile ? compileTools : {}) };
  for (const [tool, name] of Object.entries(tools)) if (!onPath(tool)) packages.add(name);
  if (headless) {
    const fonts = onPath('fc-list') ? (await run('fc-list', [], { capture: true })).out : '';
    if (fonts.trim() === '') packages.add('fontconfig').add('fonts-dejavu-core');
  }
  return [...packages];
}

/**
 * Linux only: the shared libraries Electron needs, and on demand the virtual screen's or the compiler's programs.
 * As root they are installed; otherwise the error names the command to run.
 */
export async function ensureSystemLibraries(need) {
  if (process.platform !== 'linux') return;
  const packages = await missing(need);
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Error(
      `Postroom needs some system packages that are not installed. Please run:\n  sudo ${command}`,
    );
  }
  say(`installing system packages: ${packages.join(' ')} …`);
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const first = await run('apt-get', [...options, ...install], { env, capture: true });
  if (first.code === 0) return;
  await mustRun('apt-get', [...options, 'update'], { env, capture: true });
  await mustRun('apt-get', [...options, ...install], { env, capture: true });
}
