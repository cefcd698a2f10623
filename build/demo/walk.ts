// Walks the practice account through the main job in the real app, as a user would. Exit code 1 when a step fails.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Postroom } from '../../test/e2e/harness/postroom.ts';
import { pictures, setStage } from './stage.ts';
import { addOrder, pasteOrders, sendNow, shipped, tryPractice } from './steps.ts';

rmSync(pictures, { recursive: true, force: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'postroom-demo-'));
const postroom = new Postroom({ dataFolder });
try {
  await postroom.launch();
  const stage = setStage(postroom);
  const hasPaste = existsSync(join(import.meta.dirname, '../../renderer/paste/index.tsx'));
  const steps = [tryPractice, addOrder, ...(hasPaste ? [pasteOrders] : []), sendNow, shipped];
  for (const step of steps) {
    try {
      await step(stage);
    } catch (error) {
      await stage.step(`Stopped in ${step.name}`).catch(() => undefined); // the window may be gone
      throw error;
    }
  }
  process.stdout.write('The whole main job went through.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await postroom.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
