import { carryOut } from './carryOut.ts';
import type { AnswerMessage, TaskMessage } from './task.ts';

/**
 * The process in which files are parsed: a utilityProcess in the app, a forked process in tests and
 * tools. It may crash, hang or be killed without harm. First argument: where pdfium.wasm lies.
 */
const wasmPath = process.argv[2] ?? null;

type Port = {
  postMessage(message: AnswerMessage): void;
  on(event: 'message', heard: (e: { data: TaskMessage }) => void): void;
};
const parentPort = (process as unknown as { parentPort?: Port }).parentPort;

async function answer(message: TaskMessage): Promise<AnswerMessage> {
  const result = await carryOut(message.task, wasmPath);
  return result.ok
    ? { id: message.id, ok: true, value: result.value }
    : { id: message.id, ok: false, error: result.error };
}

/** A bug in here ends the process; the host counts that as a file nobody could check. */
function end(error: unknown): void {
  process.stderr.write(`preflight: ${error instanceof Error ? error.message : 'stopped'}\n`);
  process.exit(70);
}

function serve(data: TaskMessage, post: (message: AnswerMessage) => void): void {
  post({ id: data.id, begun: true });
  answer(data).then(post, end);
}

if (parentPort) {
  parentPort.on('message', ({ data }) => serve(data, (m) => parentPort.postMessage(m)));
} else {
  process.on('message', (data: TaskMessage) => serve(data, (m) => process.send?.(m)));
  process.on('disconnect', () => process.exit(0));
}
