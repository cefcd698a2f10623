import { distance, fold } from '../../address/fold.ts';

/** Names that one person may write: same words, an initial for a word, one or two letters apart. */
export function nearNames(a: string, b: string): boolean {
  const wordsA = fold(a).split(' ').sort();
  const wordsB = fold(b).split(' ').sort();
  const joinedA = wordsA.join(' ');
  const joinedB = wordsB.join(' ');
  if (joinedA === joinedB) return true;
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
          (word.length === 1 && other.startsWith(word)) ||
          (other.length === 1 && word.startsWith(other)),
      ),
    )
  );
}
