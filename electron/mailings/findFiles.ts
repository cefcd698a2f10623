import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** More files than this in one drop are left out; a folder of everything is a mistake. */
const most = 2_000;
const deepest = 8;

/** The PDFs behind dropped paths: files as they are, folders walked in the order of their names. */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of paths) await look(one, 0, found);
  return [...new Set(found)].slice(0, most);
}

async function look(place: string, depth: number, found: string[]): Promise<void> {
  if (found.length >= most) return;
  const kind = await stat(place).catch(() => null); // vanished meanwhile: the archive says so
  if (kind === null || !kind.isDirectory()) {
    found.push(place);
    return;
  }
  if (depth >= deepest) return;
  const names = await readdir(place, { withFileTypes: true }).catch(() => []); // a folder that may not be read
  for (const entry of names.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    // Links inside a folder may lead anywhere, also in circles.
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) await look(path.join(place, entry.name), depth + 1, found);
    else if (/\.pdf$/i.test(entry.name)) found.push(path.join(place, entry.name));
  }
}
