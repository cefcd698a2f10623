import { ensureElectron } from './setup/electronRuntime.mjs';
import { ensureNodeModules } from './setup/nodeModules.mjs';
import { ensureSqliteAddon } from './setup/sqliteAddon.mjs';
import { ensureSystemLibraries } from './setup/systemLibraries.mjs';

/**
 * Makes a bare clone ready to run: packages, system libraries (Linux), Electron, the database addon. Every step is
 * skipped in milliseconds when it is done. `electron: false` stops after the packages (unit tests need no more);
 * `headless` also asks for the virtual screen's programs. Resolves to the Electron executable.
 */
export async function setup({ electron = true, headless = false } = {}) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Postroom's scripts need Node 20 or newer; this is ${process.version}.`);
  await ensureNodeModules();
  if (!electron) return undefined;
  await ensureSystemLibraries({ headless });
  const executable = await ensureElectron();
  await ensureSqliteAddon(executable);
  return executable;
}

/** True where a program can open a window. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
