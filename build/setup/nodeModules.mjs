import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, root, say } from './run.mjs';

/** True when every package the lock demands on any platform is installed in exactly that version. */
function matchesLock() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  );
}

/** Installs node_modules from the lock unless it is there already. npm writes its own list last, so a broken run shows. */
export async function ensureNodeModules() {
  if (matchesLock()) return;
  say('installing packages from package-lock.json …');
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
