import { appendFileSync, mkdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes lines to a file, each on its way to the disk before the call returns, so that a crash leaves them. A file
 * above `maxBytes` becomes the one older file. Never throws: a folder that cannot be written is no reason to stop.
 */
export function fileWriter(file: string, maxBytes: number): (line: string) => void {
  let bytes = sizeOf(file);
  let folderMade = false;
  return (line) => {
    try {
      if (!folderMade) mkdirSync(path.dirname(file), { recursive: true });
      folderMade = true;
      if (bytes > maxBytes) {
        makeRoom(file);
        bytes = 0;
      }
      appendFileSync(file, line);
      bytes += Buffer.byteLength(line);
    } catch {
      // There is nowhere left to say so.
    }
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0; // not there yet
  }
}

function makeRoom(file: string): void {
  try {
    renameSync(file, file.replace(/\.log$/, '.old.log'));
  } catch {
    // Without the right to rename the file is emptied instead; the log must not grow for ever.
    truncateSync(file);
  }
}
