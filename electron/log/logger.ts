import os from 'node:os';
import path from 'node:path';
import { fileWriter } from './fileWriter.ts';
import { makeRedactor } from './redact.ts';
import type { Redactor } from './redact.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';

/** Plain facts beside a log line: numbers, codes, ids. Never bodies, names or addresses. */
export type Facts = Record<string, string | number | boolean | null>;

export interface Logger {
  info: (what: string, facts?: Facts) => void;
  warn: (what: string, facts?: Facts) => void;
  /** With the error's name, message and stack, redacted. */
  error: (what: string, error: unknown) => void;
  /** Keeps a secret out of everything written from now on. */
  hide: (secret: string) => void;
  /** The text without secrets and customer data, for diagnostics. */
  clean: (text: string) => string;
}

/** The folder of the log files below the data folder. */
export const logFolder = (dataFolder: string): string => path.join(dataFolder, 'logs');
export const logFile = (dataFolder: string): string => path.join(logFolder(dataFolder), 'postroom.log');

const oneFile = 1024 * 1024;

/** Opens the log: one file of 1 MB and one older one. A folder that cannot be written is no reason not to start. */
export function openLog(dataFolder: string, toConsole: boolean): Logger {
  // A terminal that was closed must not take the app with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const toFile = fileWriter(logFile(dataFolder), oneFile);
  return makeLogger((level, text) => {
    toFile(`${new Date().toISOString()} [${level}] ${text}\n`);
    if (toConsole) console[level](`[${level}] ${text}`);
  }, makeRedactor(os.homedir()));
}

/** The logger itself, without a file. */
export function makeLogger(
  write: (level: 'info' | 'warn' | 'error', text: string) => void,
  redactor: Redactor,
): Logger {
  const line = (what: string, facts: Facts | undefined): string => {
    const pairs = Object.entries(facts ?? {}).map(([name, value]) => `${name}=${String(value)}`);
    return redactor.clean([what, ...pairs].join(' '));
  };
  return {
    info: (what, facts) => write('info', line(what, facts)),
    warn: (what, facts) => write('warn', line(what, facts)),
    error: (what, error) => write('error', redactor.clean(`${what}: ${describe(error)}`)),
    hide: redactor.hide,
    clean: redactor.clean,
  };
}

/** Name, code, message and where, of the error and its causes. */
function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `not an error, but ${typeof error}`;
  const code = systemCode(error);
  const cause =
    error.cause === undefined || depth > 3 ? '' : `\n  cause: ${describe(error.cause, depth + 1)}`;
  return `${error.name}${code === '' ? '' : ` (${code})`}: ${error.stack ?? error.message}${cause}`;
}
