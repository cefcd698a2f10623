// Reads the fuses of a packed app back: `node build/package/checkFuses.ts dist/linux-unpacked/postroom [--test]`.
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const [executable = '', ...flags] = process.argv.slice(2);
const inspector = flags.includes('--test') ? FuseState.ENABLE : FuseState.DISABLE;
const wanted: [keyof typeof FuseV1Options, FuseState][] = [
  ['RunAsNode', FuseState.DISABLE],
  ['EnableCookieEncryption', FuseState.ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  ['EnableNodeCliInspectArguments', inspector],
  ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  ['OnlyLoadAppFromAsar', FuseState.ENABLE],
  ['LoadBrowserProcessSpecificV8Snapshot', FuseState.DISABLE],
  ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
];
const wire = await getCurrentFuseWire(executable);
for (const [name, state] of wanted) {
  const found = wire[FuseV1Options[name]];
  if (found === state) continue;
  process.stderr.write(`Fuse ${name} is ${found ?? 'missing'}, not ${state}.\n`);
  process.exitCode = 1;
}
if (process.exitCode !== 1) process.stdout.write(`All ${wanted.length} fuses are as they should be.\n`);
