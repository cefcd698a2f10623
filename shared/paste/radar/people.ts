import { distance, fold } from '../../address/fold.ts';
import { heard } from './hash.ts';

/** Names that one person may write: same words or sounds, an initial for a word, one or two letters apart. */
export function nearNames(a: string, b: string): boolean {
  const wordsA = fold(a).split(' ').sort();
  const wordsB = fold(b).split(' ').sort();
  const joinedA = wordsA.join(' ');
  const joinedB = wordsB.join(' ');
  if (joinedA === joinedB) return true;
  if (wordsA.map(soundOf).sort().join(' ') === wordsB.map(soundOf).sort().join(' ')) return true;
  if (
    distance(
      joinedA.replaceAll('ue', 'u').replaceAll('oe', 'o').replaceAll('ae', 'a'),
      joinedB.replaceAll('ue', 'u').replaceAll('oe', 'o').replaceAll('ae', 'a'),
      2,
    ) <= 2
  )
    return true;
  const [short, long] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  return (
    short.length > 1 &&
    short.every((word) =>
      long.some(
        (other) =>
          other === word ||
          (word.length > 1 && soundOf(other) === soundOf(word)) ||
          (word.length === 1 && other.startsWith(word)) ||
          (other.length === 1 && word.startsWith(other)),
      ),
    )
  );
}

/** Sounds that are written in several ways count as one; vowels, y, h and w count nothing. */
const sounds = new Map<string, string>();
for (const letters of ['bp', 'ckqgx', 'dt', 'fv', 'mn', 'sz'])
  for (const letter of letters) sounds.set(letter, letters[0] ?? '');

/** `stephen` and `steven`, `meyer` and `maier`: the first letter, and what is heard of the rest. */
const soundOf = (word: string): string =>
  (heard[word.slice(0, 1)] ?? word.slice(0, 1)) +
  word
    .slice(1)
    .replaceAll('ph', 'f')
    .replaceAll(/[aeiouyhw]/gu, '')
    .replaceAll(/./gu, (letter) => sounds.get(letter) ?? letter)
    .replaceAll(/(.)\1+/gu, '$1');
