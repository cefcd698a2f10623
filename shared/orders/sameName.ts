import { fold } from '../lib/fold.ts';

const wordsOf = (name: string): string[] => fold(name).match(/[a-z0-9]{2,}/g) ?? [];

/** Signs of letters that were read in a wrong alphabet, or lost: "MÃ¼ller", "M?ller". */
const spoilt = /[?\u0080-\u00bf\u2013-\u2122\ufffdÃâ]/;

/**
 * Whether a name that a service repeats may be the one it was given. Generous: services cut names short, write them in
 * capitals, put the last name first or spoil their accents. False only when no word of one begins like a word of the
 * other; a spoilt name, one without a Latin word, or none at all may be anybody's.
 */
export function maySameName(ours: string, theirs: string): boolean {
  const [mine, other] = [wordsOf(ours), wordsOf(theirs)];
  if (mine.length === 0 || other.length === 0 || spoilt.test(theirs)) return true;
  return mine.some((word) => other.some((one) => one.startsWith(word) || word.startsWith(one)));
}
