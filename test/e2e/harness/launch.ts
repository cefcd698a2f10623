import { _electron, type ElectronApplication } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sharedMemoryIsSmall } from '../../fixtures/disk.ts';
import { desktops } from './desktop.ts';

/** The repository, which Electron opens as the app. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

export interface LaunchOptions {
  /** The app's own data folder (`--user-data-dir`). */
  readonly dataFolder: string;
  /** Extra environment; POSTROOM_… settings are honoured by an unpackaged app only. */
  readonly env?: Readonly<Record<string, string>>;
  /** Extra arguments, e.g. a file or a postroom: address to open. */
  readonly args?: readonly string[];
}

/** What these surroundings lack: root has no sandbox, a virtual screen no graphics card, a container little shared memory. */
function surroundings(): string[] {
  if (process.platform !== 'linux') return [];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(desktops.length > 0 ? ['--disable-gpu'] : []),
    ...(sharedMemoryIsSmall() ? ['--disable-dev-shm-usage'] : []),
  ];
}

/** The executable under test: a packaged app (POSTROOM_EXE) or Electron with the repository as its app. */
export function executable(): { path: string; args: string[] } {
  const packaged = process.env['POSTROOM_EXE'];
  if (packaged) return { path: packaged, args: surroundings() };
  const path =
    process.env['POSTROOM_ELECTRON'] ??
    execFileSync(process.execPath, ['build/electronPath.mjs'], { cwd: repository, encoding: 'utf8' }).trim();
  return { path, args: [repository, ...surroundings()] };
}

/** Starts the real app. Resolves when Playwright is attached; the window may still be on its way. */
export async function launch({
  dataFolder,
  env = {},
  args = [],
}: LaunchOptions): Promise<ElectronApplication> {
  const { path, args: first } = executable();
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
    ),
  );
  return _electron.launch({
    executablePath: path,
    args: [...first, `--user-data-dir=${dataFolder}`, ...args],
    env: { ...inherited, ...env },
    timeout: 60_000,
  });
}
