// `npm start`: makes the clone ready, bundles, and opens the app; without a screen it walks the demo on a virtual one.
import { hasScreen, setup } from './setup.mjs';
import { mustRun, nodePath, root, run } from './setup/run.mjs';

if (!hasScreen()) {
  const { demo } = await import('./demo.mjs');
  process.exitCode = await demo();
} else {
  const electron = await setup();
  await mustRun(nodePath(), ['build/bundle.ts']);
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(electron, [root, ...sandbox, ...process.argv.slice(2)]);
  process.exitCode = code;
}
