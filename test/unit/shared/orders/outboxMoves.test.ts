import { expect, test } from 'vitest';
import { move, type WishEvent, type Wishlike, wishStates } from '../../../../shared/orders/outboxMoves.ts';

const events: WishEvent[] = [
  { kind: 'claim' },
  { kind: 'accepted' },
  { kind: 'refused', duplicate: false },
  { kind: 'refused', duplicate: true },
  { kind: 'unknown' },
  { kind: 'not-sent' },
  { kind: 'interrupted' },
  { kind: 'restored' },
  { kind: 'found' },
  { kind: 'duplicate' },
  { kind: 'not-ours' },
  { kind: 'not-found', settled: false },
  { kind: 'not-found', settled: true },
  { kind: 'undo' },
];

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('what is final stays final', () => {
  for (const state of ['accepted', 'refused', 'cancelled'] as const)
    for (const sentBefore of [true, false])
      for (const event of events) expect(move({ state, sentBefore }, event)).toBeNull();
});

test('a wish is sent from waiting only, and waiting is reached from doubt only by a settled not-found', () => {
  for (const state of wishStates) {
    for (const sentBefore of [true, false]) {
      for (const event of events) {
        const after = move({ state, sentBefore }, event);
        if (after?.state === 'sending') expect(state).toBe('waiting');
        if (after?.state === 'waiting' && state === 'unconfirmed')
          expect(event).toEqual({ kind: 'not-found', settled: true });
        if (after?.state === 'waiting' && state === 'sending') expect(event.kind).toBe('not-sent');
      }
    }
  }
});

test('nothing that may have arrived can be undone', () => {
  expect(move({ state: 'waiting', sentBefore: true }, { kind: 'undo' })).toBeNull();
  expect(move({ state: 'waiting', sentBefore: false }, { kind: 'undo' })?.state).toBe('cancelled');
  for (const state of ['sending', 'unconfirmed'] as const)
    expect(move({ state, sentBefore: true }, { kind: 'undo' })).toBeNull();
});

test('sentBefore is never forgotten', () => {
  for (const state of wishStates)
    for (const event of events) {
      const after = move({ state, sentBefore: true }, event);
      if (after !== null) expect(after.sentBefore).toBe(true);
    }
});

test('a duplicate that may be our own is doubt; only the answer to a question makes it accepted or refused', () => {
  for (const sentBefore of [true, false]) {
    const asked = move({ state: 'sending', sentBefore }, { kind: 'duplicate' });
    expect(asked).toEqual({ state: 'unconfirmed', sentBefore: true });
  }
  expect(move({ state: 'unconfirmed', sentBefore: true }, { kind: 'found' })?.state).toBe('accepted');
  expect(move({ state: 'unconfirmed', sentBefore: true }, { kind: 'not-ours' })?.state).toBe('refused');
});

test('20,000 random lives against an honest service: taken at most once, and accepted here when taken there', () => {
  const random = numbers(42);
  const wrong: string[] = [];
  for (let life = 0; life < 20_000; life++) {
    let wish: Wishlike = { state: 'waiting', sentBefore: false };
    let taken = 0;
    let arriving = false;
    const apply = (event: WishEvent): void => {
      wish = move(wish, event) ?? wish;
    };
    for (let step = 0; step < 30; step++) {
      if (wish.state === 'waiting') {
        if (random() < 0.1) apply({ kind: 'undo' });
        else if (random() < 0.05) apply({ kind: 'restored' });
        else apply({ kind: 'claim' });
      } else if (wish.state === 'sending') {
        const way = random();
        if (way < 0.2) apply({ kind: 'not-sent' });
        else if (way < 0.3) apply(random() < 0.5 ? { kind: 'unknown' } : { kind: 'interrupted' });
        else if (way < 0.4) {
          arriving = true; // It is slow: it arrives after we gave up.
          apply({ kind: 'unknown' });
        } else {
          const duplicate = taken > 0;
          if (!duplicate) taken += 1;
          if (way < 0.6) apply(random() < 0.5 ? { kind: 'unknown' } : { kind: 'interrupted' });
          else apply({ kind: duplicate ? 'duplicate' : 'accepted' });
        }
      } else if (wish.state === 'unconfirmed') {
        if (random() < 0.5) apply(taken > 0 ? { kind: 'found' } : { kind: 'not-found', settled: false });
        if (arriving) {
          arriving = false;
          if (taken === 0) taken += 1;
        } else apply(taken > 0 ? { kind: 'found' } : { kind: 'not-found', settled: true });
      }
    }
    if (taken > 1) wrong.push(`life ${life}: taken ${taken} times`);
    if (wish.state === 'accepted' && taken !== 1) wrong.push(`life ${life}: accepted, taken ${taken} times`);
    if (['refused', 'cancelled'].includes(wish.state) && taken > 0)
      wrong.push(`life ${life}: ${wish.state} but taken`);
  }
  expect(wrong).toEqual([]);
});
