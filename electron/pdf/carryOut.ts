import { readFileSync, statSync } from 'node:fs';
import { assertNever } from '../../shared/lib/assertNever.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';
import { largestFileBytes } from '../../shared/mailings/limits.ts';
import { pdfium } from './pdfium/engine.ts';
import { examine, readAllLines } from './preflight.ts';
import { carryOutRemedy } from './remedies/carryOutRemedy.ts';
import type { Answers, Task } from './task.ts';

/** Does one task in the child. Only expected trouble comes back as a Result. */
export async function carryOut(task: Task, wasmPath: string | null): Promise<Result<Answers[Task['kind']]>> {
  if (task.kind === 'ready') {
    if (wasmPath !== null) await pdfium(wasmPath);
    return ok(true);
  }
  const bytes = readBytes(task.path);
  if (!bytes.ok) return bytes;
  switch (task.kind) {
    case 'examine':
      return ok(await examine(bytes.value, wasmPath));
    case 'lines':
      return wasmPath === null ? ok([]) : ok(await readAllLines(bytes.value, wasmPath));
    case 'remedy':
      return carryOutRemedy(bytes.value, task.request, task.into, wasmPath);
    default:
      return assertNever(task);
  }
}

/** Reads at once: this process does nothing else meanwhile. */
function readBytes(path: string): Result<Uint8Array> {
  try {
    if (statSync(path).size > largestFileBytes) return fail('file-too-large');
    return ok(readFileSync(path));
  } catch (error) {
    const code = systemCode(error);
    return fail(code === 'ENOENT' ? 'not-found' : 'file-unreadable', code);
  }
}
