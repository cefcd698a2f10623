import { beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../../../../shared/contract/accounts.ts';
import { useFrame } from '../../../../renderer/frame/frameStore.ts';
import { emptyForm, toOrder } from '../../../../renderer/newOrder/orderForm.ts';
import { useNewOrder } from '../../../../renderer/newOrder/newOrderStore.ts';

/** The main process: what is kept as a draft, the orders that were placed, and the invoices that were used. */
const main = vi.hoisted(() => ({
  draft: null as string | null,
  batches: [] as string[],
  used: [] as string[],
  held: {} as Record<string, unknown>,
}));

vi.mock('../../../../renderer/lib/ipc.ts', () => {
  const ok = (value: unknown) => Promise.resolve({ ok: true, value });
  return {
    api: {
      products: { list: () => ok([]) },
      drafts: {
        load: () => ok({ text: main.draft }),
        save: ({ text }: { text: string }) => ok((main.draft = text)),
        clear: () => ok((main.draft = null)),
      },
      orders: {
        get: ({ id }: { id: string }) => ok({ order: main.held[id], timeline: [] }),
        newInvoice: () => ok({ invoice: 'N-1' }),
        usedInvoices: ({ invoices }: { invoices: string[] }) =>
          ok(invoices.filter((invoice) => main.used.includes(invoice))),
        recentLike: () => ok([]),
        submitBatch: ({ batchId }: { batchId: string }) => {
          main.batches.push(batchId);
          return Promise.resolve({ ok: false, error: { code: 'disk-full' } });
        },
      },
    },
  };
});

const account = { id: 'a', settings: { defaultShippingMethod: 'standard', defaultMode: 'live' } } as Account;
const form = (name: string, invoice: string) => ({
  ...emptyForm(account),
  name,
  invoice,
  address: 'Way 1',
  city: 'Baltimore',
  state: 'MD',
  postcode: '21230',
  lines: [{ product: '66750', productId: '66750', title: '', quantity: '1' }],
});
const state = () => useNewOrder.getState();
const typed = (name: string, invoice: string) => state().set(form(name, invoice));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(main, {
    draft: null,
    batches: [],
    used: [],
    held: { o1: toOrder(form('Old order', 'O-1')) },
  });
  useFrame.setState({ accounts: [account] });
  useNewOrder.setState(useNewOrder.getInitialState(), true);
});

test('an order that is opened puts the unfinished one aside, over a restart, and it comes back', async () => {
  await state().open(account, {});
  typed('Half typed', 'H-1');
  await state().open(account, { id: 'o1', from: 'again' });
  expect([state().form.name, state().form.invoice]).toEqual(['Old order', 'N-1']);
  expect(state().aside.map((draft) => draft.form.name)).toEqual(['Half typed']);

  // The program ended here and begins again.
  useNewOrder.setState(useNewOrder.getInitialState(), true);
  await state().open(account, {});
  expect(state().aside.map((draft) => draft.form.name)).toEqual(['Half typed']);
  typed('Something else', 'S-1');
  state().bringBack();
  expect([state().form.name, state().form.invoice]).toEqual(['Half typed', 'H-1']);
  expect(state().aside.map((draft) => draft.form.name)).toEqual(['Something else']);
});

test('corrections of a refused order are still there when it is opened again', async () => {
  await state().open(account, { id: 'o1', from: 'refused', outboxId: 'w1' });
  typed('Corrected', 'O-1');
  await state().open(account, { id: 'o1', from: 'refused', outboxId: 'w1' });
  expect(state().form.name).toBe('Corrected');
  expect(state().aside).toEqual([]);
});

test('placed twice as it stands it is one order; changed in between it is another one', async () => {
  await state().open(account, {});
  typed('Ada Byron', 'A-1');
  await state().place();
  await state().place();
  state().set({ city: 'Boston' });
  await state().place();
  expect(main.batches).toHaveLength(3);
  expect(main.batches[1]).toBe(main.batches[0]);
  expect(main.batches[2]).not.toBe(main.batches[0]);
});

test('what was placed in the moment of a crash says so when it comes back', async () => {
  await state().open(account, {});
  typed('Ada Byron', 'A-1');
  await vi.runAllTimersAsync();
  useNewOrder.setState(useNewOrder.getInitialState(), true);
  main.used = ['A-1'];
  await state().open(account, {});
  await vi.runAllTimersAsync();
  expect([state().form.name, state().invoiceUsed]).toEqual(['Ada Byron', true]);
});
