import path from 'node:path';

/** The PDFs among the words of a command line ("Open with", a second start). Pure. */
export function pdfsOf(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && /\.pdf$/i.test(word))
    .map((word) => path.resolve(folder, word));
}
