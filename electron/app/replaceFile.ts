import { renameSync, writeFileSync } from 'node:fs';

/** Writes it beside and renames it, so that a crash never leaves half a file. Throws as fs does. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
