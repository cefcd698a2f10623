import { distance, fold } from '../../address/fold.ts';
import type { OrderGroup } from '../sheet.ts';

/** Orders of this paste by person, for "the same person, the same product, twice in this paste". */
export class People {
  private readonly byHash = new Map<number, OrderGroup | OrderGroup[]>();

  add(hash: number, order: OrderGroup): void {
    if (hash === 0) return;
    const known = this.byHash.get(hash);
    if (known === undefined) this.byHash.set(hash, order);
    else if (Array.isArray(known)) known.push(order);
    else this.byHash.set(hash, [known, order]);
  }

  remove(hash: number, order: OrderGroup): void {
    const known = this.byHash.get(hash);
    if (known === order) this.byHash.delete(hash);
    else if (Array.isArray(known)) {
      const rest = known.filter((other) => other !== order);
      const only = rest[0];
      if (rest.length > 1 || only === undefined) this.byHash.set(hash, rest);
      else this.byHash.set(hash, only);
    }
  }

  /** Other orders with this hash. */
  others(hash: number, order: OrderGroup): readonly OrderGroup[] {
    if (hash === 0) return none;
    const known = this.byHash.get(hash);
    if (known === undefined || known === order) return none;
    return Array.isArray(known) ? known.filter((other) => other !== order) : [known];
  }
}

const none: readonly OrderGroup[] = [];

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
