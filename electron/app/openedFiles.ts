import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The PDFs among the words of a command line ("Open with", a second start). Pure. Desktops of Linux hand over addresses
 * instead of paths.
 */
export function pdfsOf(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && /\.pdf$/i.test(word))
    .flatMap((word) => (/^\w+:\/\//.test(word) ? ofAddress(word) : path.resolve(folder, word)));
}

/** Of an address only what lies on this computer. */
function ofAddress(address: string): string[] {
  const url = URL.parse(address);
  return url?.protocol === 'file:' && url.host === '' ? [fileURLToPath(url)] : [];
}
