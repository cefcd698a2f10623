import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { logFile } from '../../../electron/log/logger.ts';

const logger = new URL('../../../electron/log/logger.ts', import.meta.url).href;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postroom-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs statements in a program of its own, started in a folder without any package.json above it, as packages are. */
const run = (statements: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openLog } from ${JSON.stringify(logger)};
       const log = openLog(${JSON.stringify(folder)}, false);
       ${statements}`,
    ],
    { cwd: folder, encoding: 'utf8' },
  );

it('writes into the data folder, wherever it was started', () => {
  expect(run(`log.info('start', { version: '1' })`)).toBe('');
  expect(readFileSync(logFile(folder), 'utf8')).toMatch(/^\S+Z \[info\]\s+start version=1\n$/);
});

it('has it on disk before a crash', () => {
  expect(() => run(`log.error('uncaught', new Error('x')); process.kill(process.pid, 'SIGKILL')`)).toThrow();
  expect(readFileSync(logFile(folder), 'utf8')).toContain('uncaught: Error');
});

it('does not grow for ever: a full file makes room and one older one stays', () => {
  mkdirSync(join(folder, 'logs'));
  writeFileSync(logFile(folder), 'x'.repeat(1024 * 1024 + 1));
  run(`log.info('new')`);
  expect(statSync(logFile(folder)).size).toBeLessThan(1000);
  expect(existsSync(logFile(folder).replace('.log', '.old.log'))).toBe(true);
});

it('is no reason not to start when it cannot be written', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  expect(() => run(`log.info('start'); console.log('alive')`)).not.toThrow();
});
