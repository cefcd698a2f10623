import { readFileSync } from 'node:fs';
import { type FirstLook, firstLookArgument } from '../../shared/contract/firstLook.ts';
import { languages } from '../../shared/lib/language.ts';
import { replaceFileNow } from '../files/replaceFile.ts';

/** The part that is kept from one start to the next. */
export type KeptLook = Pick<FirstLook, 'language' | 'theme' | 'accounts'>;

const choices: readonly string[] = ['system', ...languages] satisfies KeptLook['language'][];
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
    choices.includes(String(language)) && themes.includes(String(theme)) && typeof accounts === 'boolean'
  );
}

/** Throws as fs does. */
export const writeLook = (file: string, look: KeptLook): void => replaceFileNow(file, JSON.stringify(look));

/** The argument that hands it to the page. */
export const argumentOf = (look: FirstLook): string =>
  `${firstLookArgument}${encodeURIComponent(JSON.stringify(look))}`;
