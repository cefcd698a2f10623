import { renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';

/** Where a file is written before it takes its place. */
const beside = (file: string): string => `${file}.new`;

/** Writes it beside and renames it, so that a crash never leaves half a file. Throws as fs does. */
export function replaceFileNow(file: string, text: string): void {
  writeFileSync(beside(file), text);
  renameSync(beside(file), file);
}

/** The same without waiting for the disk; `mode` = who may read it, from its first byte on. */
export async function replaceFile(file: string, text: string, mode = 0o666): Promise<void> {
  await writeFile(beside(file), text, { mode });
  await rename(beside(file), file);
}
