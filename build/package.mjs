// `npm run package [-- --linux dir] [--test]`: packs the app with the Electron of this machine into dist/.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { electronMajor } from './setup/electronRuntime.mjs';
import { setup } from './setup.mjs';
import { mustRun, nodePath, root, run } from './setup/run.mjs';

const given = process.argv.slice(2);
const test = given.includes('--test');
const targets = given.filter((arg) => arg !== '--test');
const electron = await setup();
await mustRun(nodePath(), ['build/bundle.ts']);

const older = electronMajor(electron) < 36;
const env = { POSTROOM_TEST_BUILD: test ? '1' : '0', POSTROOM_OLDER_RUNTIME: older ? '1' : '0' };
const options = ['--config', 'build/electron-builder.config.cjs', '--publish', 'never'];
const work = mkdtempSync(join(tmpdir(), 'postroom-package-'));
try {
  if (older) {
    // The stand-in runtime carries a loader for development, which has no place in a package.
    const runtime = join(work, 'electron');
    cpSync(dirname(electron), runtime, { recursive: true });
    rmSync(join(runtime, 'resources/app'), { recursive: true, force: true });
    options.push(`-c.electronDist=${runtime}`, '-c.electronVersion=33.2.1');
  }
  const { code } = await run(
    nodePath(),
    ['node_modules/electron-builder/out/cli/cli.js', ...targets, ...options],
    {
      env,
    },
  );
  const packed = join(root, 'dist/linux-unpacked/postroom');
  if (code === 0 && process.platform === 'linux' && existsSync(packed)) {
    await mustRun(nodePath(), ['build/package/checkFuses.ts', packed, ...(test ? ['--test'] : [])]);
  }
  process.exitCode = code;
} finally {
  rmSync(work, { recursive: true, force: true });
}
