// `npm run demo`: the practice account walked through the main job in the real app; pictures in out/demo/.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headless } from './headless.mjs';
import { hasScreen, setup } from './setup.mjs';
import { mustRun, nodePath, run } from './setup/run.mjs';

/** Runs the demo, on a virtual screen where there is no other. Resolves to the exit code. */
export async function demo() {
  const electron = await setup({ headless: !hasScreen() });
  await mustRun(nodePath(), ['build/bundle.ts']);
  const env = { POSTROOM_ELECTRON: electron };
  if (hasScreen()) return (await run(nodePath(), ['build/demo/walk.ts'], { env })).code;
  process.stdout.write('No screen here: showing the practice account on a virtual one.\n');
  return headless(nodePath(), ['build/demo/walk.ts'], { env });
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  process.exitCode = await demo();
}
