/** One thing an event asks about. */
export interface HintedItem {
  accountId: string;
  kind: 'order' | 'document';
  number: string;
}

export interface HintPaceParts {
  now: () => number;
  /** Calls back after so many milliseconds; answers how to call it off. */
  after: (ms: number, act: () => void) => () => void;
  /** One question about things of one account and one kind. */
  ask: (accountId: string, kind: HintedItem['kind'], numbers: readonly string[]) => void;
}

export interface HintPace {
  take: (items: readonly HintedItem[]) => void;
  stop: () => void;
}

/** One question per item in this time, however many events come. */
export const perItem = 60_000;
/** Numbers in one question. */
const mostNumbers = 20;

const keyOf = ({ accountId, kind, number }: HintedItem): string => `${accountId}\n${kind}\n${number}`;

/**
 * Asks about an item at once, and then at most once a minute: what is told within the minute is asked about when the
 * minute is over, once, so that a flood costs little and the last news is not missed.
 */
export function createHintPace({ now, after, ask }: HintPaceParts): HintPace {
  const asked = new Map<string, number>();
  const waiting = new Map<string, HintedItem>();
  let callOff: (() => void) | null = null;

  const freeAt = (item: HintedItem): number => (asked.get(keyOf(item)) ?? Number.NEGATIVE_INFINITY) + perItem;

  function take(items: readonly HintedItem[]): void {
    for (const item of items) waiting.set(keyOf(item), item);
    askDue();
  }

  function askDue(): void {
    callOff?.();
    callOff = null;
    const at = now();
    const due = new Map<string, HintedItem[]>();
    for (const [key, item] of waiting) {
      if (freeAt(item) > at) continue;
      waiting.delete(key);
      const group = `${item.accountId}\n${item.kind}`;
      due.set(group, [...(due.get(group) ?? []), item]);
    }
    for (const [key, since] of asked) if (at - since >= perItem) asked.delete(key);
    for (const items of due.values()) {
      for (const item of items) asked.set(keyOf(item), at);
      for (let from = 0; from < items.length; from += mostNumbers) {
        const some = items.slice(from, from + mostNumbers);
        const [first] = some;
        if (first)
          ask(
            first.accountId,
            first.kind,
            some.map(({ number }) => number),
          );
      }
    }
    if (waiting.size === 0) return;
    const soonest = Math.min(...[...waiting.values()].map(freeAt));
    callOff = after(Math.max(1, soonest - at), askDue);
  }

  return { take, stop: () => callOff?.() };
}
