import { beforeEach, describe, expect, it, vi } from 'vitest';
import { submitReviewed } from '../../../../renderer/paste/submit.ts';
import { usePaste } from '../../../../renderer/paste/pasteStore.ts';
import type { CallName } from '../../../../renderer/paste/protocol.ts';

/** What the worker was asked, and what it answers when the plan is asked for. */
const asked = vi.hoisted(() => ({ calls: [] as string[], orders: 0, isSame: true, kept: true }));

vi.mock('../../../../renderer/lib/ipc.ts', () => ({
  api: {
    orders: {
      submitBatch: () => {
        asked.calls.push('submitBatch');
        return Promise.resolve({ ok: false, error: { code: 'network' } });
      },
    },
  },
}));
vi.mock('../../../../renderer/paste/pasteClient.ts', () => ({
  client: {
    call: (call: CallName) => {
      asked.calls.push(call);
      return Promise.resolve(call === 'plan' ? { orders: asked.orders, isSame: asked.isSame } : []);
    },
  },
}));
vi.mock('../../../../renderer/paste/draft.ts', () => ({
  clearDraft: () => Promise.resolve(),
  saveNow: () => {
    asked.calls.push('saveNow');
    if (!asked.kept) usePaste.getState().set({ trouble: { code: 'disk-full' } });
    return Promise.resolve(asked.kept);
  },
}));

const totals = { orders: 2, copies: 2, products: [], countries: [], methods: [], modes: [] };

describe('a submit after the review', () => {
  beforeEach(() => {
    Object.assign(asked, { calls: [], orders: 0, isSame: true, kept: true });
    usePaste.getState().set({
      trouble: null,
      review: { review: { totals, invoices: ['A-1', 'A-2'] } as never, used: [] },
    });
  });

  it.each([
    ['nothing is ready any more', { orders: 0, isSame: false }],
    ['other rows are ready than were looked at', { orders: 2, isSame: false }],
  ])('of a sheet that was checked anew meanwhile says so, and nothing is sent: %s', async (_, plan) => {
    Object.assign(asked, plan);
    await submitReviewed();
    const { review, trouble, progress } = usePaste.getState();
    expect(asked.calls).toEqual(['plan']);
    expect([review, progress]).toEqual([null, null]);
    expect(trouble).toEqual({ code: 'conflict', detail: 'checkedAnew' });
  });

  it('whose intention could not be kept says that, and nothing is sent', async () => {
    Object.assign(asked, { orders: 2, kept: false });
    await submitReviewed();
    expect(asked.calls).toEqual(['plan', 'saveNow']);
    expect(usePaste.getState().trouble).toEqual({ code: 'disk-full' });
    expect(usePaste.getState().review).toBeNull();
  });
});
