import { beforeEach, describe, expect, it, vi } from 'vitest';
import { submitReviewed } from '../../../../renderer/paste/submit.ts';
import { ok } from '../../../../shared/contract/result.ts';
import { usePaste } from '../../../../renderer/paste/pasteStore.ts';
import type { CallName } from '../../../../renderer/paste/protocol.ts';

/** What the worker was asked, and what it answers when the plan is asked for. */
const asked = vi.hoisted(() => ({
  calls: [] as string[],
  orders: 0,
  isSame: true,
  kept: true,
  onPiece: (): void => undefined,
}));

vi.mock('../../../../renderer/lib/ipc.ts', () => ({
  api: {
    orders: {
      submitBatch: ({ firstRow, orders }: { firstRow: number; orders: unknown[] }) => {
        asked.calls.push(`submitBatch ${firstRow}+${orders.length}`);
        asked.onPiece();
        return Promise.resolve(ok({ ids: [], invoices: [], dueAt: 0, added: orders.length }));
      },
    },
  },
}));
vi.mock('../../../../renderer/paste/pasteClient.ts', () => ({
  client: {
    call: (call: CallName, ...args: number[]) => {
      asked.calls.push(call);
      if (call === 'plan') return Promise.resolve({ orders: asked.orders, isSame: asked.isSame });
      const [from, most] = args;
      const rows = call === 'batch' ? Math.min(most ?? 0, asked.orders - (from ?? 0)) : 0;
      return Promise.resolve(Array.from({ length: rows }, () => ({ rows: [], order: {} })));
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
    Object.assign(asked, { calls: [], orders: 0, isSame: true, kept: true, onPiece: () => undefined });
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

  const pieces = () => asked.calls.filter((call) => call.startsWith('submitBatch'));

  it('leaves in pieces that follow each other, once, however often the button is pressed', async () => {
    asked.orders = 600;
    usePaste.getState().set({ nextRow: 40 });
    await Promise.all([submitReviewed(), submitReviewed()]);
    expect(pieces()).toEqual(['submitBatch 40+250', 'submitBatch 290+250', 'submitBatch 540+100']);
    expect(usePaste.getState()).toMatchObject({ nextRow: 640, sent: { orders: 600 }, progress: null });
  });

  it('waits while it is paused, and stops where it is told to: what has not left stays', async () => {
    asked.orders = 600;
    usePaste.getState().set({ nextRow: 0 });
    const turn = (state: 'running' | 'paused' | 'stopping'): void => {
      const { progress, set } = usePaste.getState();
      if (progress) set({ progress: { ...progress, state } });
    };
    asked.onPiece = () => turn('paused');
    const submitted = submitReviewed();
    await vi.waitFor(() =>
      expect(usePaste.getState().progress).toMatchObject({ done: 250, state: 'paused' }),
    );
    expect(pieces()).toHaveLength(1);
    turn('running');
    await vi.waitFor(() =>
      expect(usePaste.getState().progress).toMatchObject({ done: 500, state: 'paused' }),
    );
    turn('stopping');
    await submitted;
    expect(pieces()).toEqual(['submitBatch 0+250', 'submitBatch 250+250']);
    expect(usePaste.getState()).toMatchObject({ nextRow: 500, sent: { orders: 500 }, progress: null });
  });
});
