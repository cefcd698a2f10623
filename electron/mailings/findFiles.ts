import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** As many are taken of one drop; more are a mistake more often than not. */
const most = 2_000;
/** As many are counted before the search is given up. */
const mostCounted = 10_000;
const deepest = 8;

/** The PDFs behind dropped paths: files as they are, folders walked in the order of their names. */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: string[]; /** Too many for one drop. */ tooMany: string[] }> {
  const found = new Set<string>();
  for (const one of paths) await look(one, 0, found);
  const all = [...found];
  return { files: all.slice(0, most), tooMany: all.slice(most) };
}

async function look(place: string, depth: number, found: Set<string>): Promise<void> {
  if (found.size >= mostCounted) return;
  const kind = await stat(place).catch(() => null); // vanished meanwhile: the archive says so
  if (kind === null || !kind.isDirectory()) {
    found.add(place);
    return;
  }
  if (depth >= deepest) return;
  const names = await readdir(place, { withFileTypes: true }).catch(() => []); // a folder that may not be read
  for (const entry of names.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    // Links inside a folder may lead anywhere, also in circles.
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) await look(path.join(place, entry.name), depth + 1, found);
    else if (found.size < mostCounted && /\.pdf$/i.test(entry.name)) found.add(path.join(place, entry.name));
  }
}
