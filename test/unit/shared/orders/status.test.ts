import { describe, expect, it } from 'vitest';
import { canMove, isOpen, needsAttention, orderStatuses, rank } from '../../../../shared/orders/status.ts';

describe('the moves of an order', () => {
  it('goes the whole way forward', () => {
    const way = ['waiting', 'sending', 'accepted', 'made', 'shipped', 'delivered'] as const;
    for (let i = 1; i < way.length; i++) {
      const from = way[i - 1];
      const to = way[i];
      if (from === undefined || to === undefined) throw new Error('unreachable');
      expect(canMove(from, to), `${from} → ${to}`).toBe(true);
      expect(rank(to)).toBeGreaterThan(rank(from));
    }
  });

  it('never moves a reported status backward', () => {
    const reported = orderStatuses.filter((s) => isOpen(s) || ['shipped', 'delivered'].includes(s));
    for (const from of reported)
      for (const to of reported)
        if (rank(to) < rank(from) && !(from === 'made' && to === 'error') && to !== 'other')
          expect(canMove(from, to), `${from} → ${to}`).toBe(false);
  });

  it('takes an address error that is found while it is being made, but no late HOLD', () => {
    expect(canMove('made', 'error')).toBe(true);
    expect(canMove('made', 'hold')).toBe(false);
  });

  it('goes back to waiting only from sending and unconfirmed', () => {
    expect(orderStatuses.filter((s) => canMove(s, 'waiting'))).toEqual(['sending', 'unconfirmed']);
  });

  it('leaves the ends alone', () => {
    for (const end of ['refused', 'delivered', 'test', 'cancelled'] as const)
      expect(orderStatuses.some((s) => canMove(end, s))).toBe(false);
  });

  it('never reports a move to itself', () => {
    for (const s of orderStatuses) expect(canMove(s, s)).toBe(false);
  });
});

it('asks the service only about open orders', () => {
  expect(orderStatuses.filter(isOpen)).toEqual(['accepted', 'made', 'hold', 'error', 'other']);
});

it('calls a person for hold, error and refused; a test order is no fault', () => {
  expect(orderStatuses.filter(needsAttention)).toEqual(['refused', 'hold', 'error']);
});
