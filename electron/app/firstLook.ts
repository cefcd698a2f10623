import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type FirstLook, firstLookArgument } from '../../shared/contract/firstLook.ts';

/** The part that is kept from one start to the next. */
export type KeptLook = Pick<FirstLook, 'language' | 'theme' | 'accounts'>;

const languages: readonly string[] = ['system', 'en', 'de', 'fr', 'it'] satisfies KeptLook['language'][];
const themes: readonly string[] = ['system', 'light', 'dark'] satisfies KeptLook['theme'][];

/** How things stood last time; null when nothing is known, then the page waits for the database. */
export function readLook(file: string): KeptLook | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isLook(read) ? read : null;
  } catch {
    // Missing or damaged: the first picture comes a little later.
    return null;
  }
}

function isLook(read: unknown): read is KeptLook {
  if (typeof read !== 'object' || read === null) return false;
  const { language, theme, accounts } = read as Record<string, unknown>;
  return (
    languages.includes(String(language)) && themes.includes(String(theme)) && typeof accounts === 'boolean'
  );
}

/** Writes it beside and renames it, so that a crash never leaves half a file. Throws as fs does. */
export function writeLook(file: string, look: KeptLook): void {
  writeFileSync(`${file}.new`, JSON.stringify(look));
  renameSync(`${file}.new`, file);
}

/** The argument that hands it to the page. */
export const argumentOf = (look: FirstLook): string =>
  `${firstLookArgument}${encodeURIComponent(JSON.stringify(look))}`;
