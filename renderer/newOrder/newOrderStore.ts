import { create } from 'zustand';
import type { Account } from '../../shared/contract/accounts.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { Product } from '../../shared/contract/products.ts';
import type { Recipient } from '../../shared/contract/recipients.ts';
import type { Fault } from '../../shared/orders/fault.ts';
import type { OrderInput } from '../../shared/orders/order.ts';
import { mendedBySplit, splitOrder } from '../../shared/orders/splitOrder.ts';
import { validateOrder } from '../../shared/orders/validate.ts';
import { useFrame } from '../frame/frameStore.ts';
import type { RouteParams } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import {
  emptyForm,
  emptyLine,
  fromOrder,
  isWorthKeeping,
  productOfText,
  toOrder,
  type FormLine,
  type OrderForm,
} from './orderForm.ts';
import { keepDrafts, readDrafts, type KeptDrafts, type OrderDraft, type Origin } from './orderDraft.ts';

export type PlaceResult =
  | { kind: 'placed'; invoice: string; orders: number }
  | { kind: 'incomplete' }
  | { kind: 'busy' }
  | { kind: 'failed'; code: string; detail: string };

interface NewOrderState extends OrderDraft {
  /** Faults of the form as it stands; shown at fields that were left, all after a try to place it. */
  faults: Fault[];
  left: ReadonlySet<string>;
  tried: boolean;
  invoiceUsed: boolean;
  /** The user agreed that what is above the limit goes as several orders. */
  split: boolean;
  products: Product[];
  recent: Output<'orders.recentLike'>;
  placing: boolean;
  /** Something was typed since the form was opened. */
  touched: boolean;
  /** Unfinished orders that made room for another one, newest last. */
  aside: OrderDraft[];
  open: (account: Account | null, params: RouteParams) => Promise<'restored' | 'fresh'>;
  /** The order that made room last is typed on; what stands in the form makes room for it. */
  bringBack: () => void;
  /** Addresses what is open to somebody of Recipients; answers how to go back, null when they are gone. */
  addressTo: (recipientId: string) => Promise<(() => void) | null>;
  set: (change: Partial<OrderForm>) => void;
  setLine: (index: number, change: Partial<FormLine>) => void;
  typeProduct: (index: number, text: string) => void;
  addLine: () => void;
  removeLine: (index: number) => void;
  setSplit: (split: boolean) => void;
  takeRecipient: (recipient: Recipient) => void;
  leave: (field: string) => void;
  freshInvoice: () => Promise<void>;
  place: () => Promise<PlaceResult>;
  clear: () => Promise<void>;
}

const newBatchId = (): string => `order-${crypto.randomUUID()}`;
let draftTimer: ReturnType<typeof setTimeout> | undefined;

export const useNewOrder = create<NewOrderState>((set, get) => {
  const put = (form: OrderForm, more: Partial<NewOrderState> = {}) => {
    set({ form, ...more });
    set({ faults: faultsOf(get()) });
  };
  /** Every change by the user comes through here: another order from now on, faults anew, draft kept. */
  const change = (form: OrderForm, more: Partial<NewOrderState> = {}) => {
    put(form, { ...more, touched: true, batchId: newBatchId() });
    clearTimeout(draftTimer);
    draftTimer = setTimeout(() => void keepDrafts(draftsOf(get())), 400);
  };
  const lines = (edit: (lines: FormLine[]) => FormLine[]) =>
    change({ ...get().form, lines: edit(get().form.lines) }, { split: false });
  const start = (form: OrderForm, origin: Origin) =>
    set({
      form,
      faults: validateOrder(toOrder(form)),
      split: false,
      origin,
      left: new Set(),
      tried: false,
      invoiceUsed: false,
      recent: [],
      batchId: newBatchId(),
      placing: false,
      touched: false,
    });
  const restore = ({ form, origin, batchId }: OrderDraft) => {
    start(form, origin);
    set({ batchId });
    // It may have been placed in the moment of a crash.
    void checkInvoice();
  };
  return {
    form: emptyForm(null),
    faults: [],
    left: new Set<string>(),
    tried: false,
    invoiceUsed: false,
    split: false,
    products: [],
    recent: [],
    origin: { kind: 'new' },
    batchId: newBatchId(),
    placing: false,
    touched: false,
    aside: [],
    open: async (account, params) => {
      const products = await api.products.list({});
      if (products.ok) set({ products: products.value });
      const kept = get().touched ? draftsOf(get()) : await readDrafts();
      const known = (draft: OrderDraft | null): draft is OrderDraft =>
        useFrame.getState().accounts?.some(({ id }) => id === draft?.form.accountId) ?? false;
      const unfinished = known(kept.current) ? kept.current : null;
      set({ aside: kept.aside.filter(known) });
      const isSame = unfinished?.origin.kind === 'refused' && unfinished.origin.outboxId === params.outboxId;
      if (params.id !== undefined && params.from && !isSame) {
        const held = await api.orders.get({ id: params.id });
        if (held.ok) {
          const origin: Origin =
            params.from === 'refused'
              ? { kind: 'refused', outboxId: params.outboxId ?? '' }
              : { kind: params.from };
          start(
            { ...fromOrder(held.value.order), ...(params.from === 'again' ? { invoice: '' } : {}) },
            origin,
          );
          if (unfinished !== null) {
            set({ aside: [...get().aside, unfinished] });
            await keepDrafts(draftsOf(get()));
          }
          if (params.from === 'again') await get().freshInvoice();
          return 'fresh';
        }
      }
      if (unfinished !== null) {
        restore(unfinished);
        return 'restored';
      }
      start(emptyForm(account), { kind: 'new' });
      await get().freshInvoice();
      return 'fresh';
    },
    bringBack: () => {
      const { aside, touched } = get();
      const last = aside.at(-1);
      if (last === undefined) return;
      const { current } = draftsOf(get());
      const room = touched && current !== null && isWorthKeeping(current.form) ? [current] : [];
      restore(last);
      set({ aside: [...room, ...aside.slice(0, -1)] });
      void keepDrafts(draftsOf(get()));
    },
    addressTo: async (recipientId) => {
      const found = await api.recipients.get({ id: recipientId });
      if (!found.ok) return null;
      const before = get().form;
      get().takeRecipient(found.value);
      return () => change(before);
    },
    set: (fields) => change({ ...get().form, ...fields }),
    setLine: (index, fields) =>
      lines((all) => all.map((line, at) => (at === index ? { ...line, ...fields } : line))),
    typeProduct: (index, text) =>
      get().setLine(index, { product: text, ...productOfText(text, get().products) }),
    addLine: () => lines((all) => [...all, emptyLine]),
    removeLine: (index) =>
      lines((all) => (all.length === 1 ? [emptyLine] : all.filter((_, at) => at !== index))),
    setSplit: (split) => change(get().form, { split }),
    takeRecipient: ({ name, company, address, city, state, postcode, country, email }) =>
      change({ ...get().form, name, company, address, city, state, postcode, country, email }),
    leave: (field) => {
      set({ left: new Set([...get().left, field]) });
      if (field === 'invoice') void checkInvoice();
      if (['name', 'postcode', 'email', 'lines'].includes(field.replace(/\..*/, ''))) void lookForRecent();
    },
    freshInvoice: async () => {
      const { form } = get();
      if (form.accountId === '') return;
      const made = await api.orders.newInvoice({ accountId: form.accountId });
      if (made.ok) put({ ...get().form, invoice: made.value.invoice }, { invoiceUsed: false });
    },
    place: async () => {
      const { form, placing, batchId, origin } = get();
      if (placing) return { kind: 'busy' };
      set({ tried: true, faults: faultsOf(get()) });
      if (get().faults.length > 0) return { kind: 'incomplete' };
      set({ placing: true });
      const orders = ordersOf(get());
      const accepted = await api.orders.submitBatch({ batchId, label: '', orders });
      set({ placing: false });
      if (!accepted.ok) {
        if (accepted.error.code === 'conflict') set({ invoiceUsed: true });
        return { kind: 'failed', code: accepted.error.code, detail: accepted.error.detail ?? '' };
      }
      const id = accepted.value.ids[0];
      if (origin.kind === 'refused' && id !== undefined)
        await api.outbox.replaceRefused({ id: origin.outboxId, newOrderId: id });
      const invoice = accepted.value.invoices[0] ?? form.invoice;
      await get().clear();
      return { kind: 'placed', invoice, orders: orders.length };
    },
    clear: async () => {
      clearTimeout(draftTimer);
      await keepDrafts({ current: null, aside: get().aside });
      const account = useFrame.getState().accounts?.find((a) => a.id === get().form.accountId) ?? null;
      start(emptyForm(account), { kind: 'new' });
      await get().freshInvoice();
    },
  };

  async function checkInvoice(): Promise<void> {
    const { accountId, invoice } = get().form;
    if (invoice.trim() === '') return get().freshInvoice();
    const used = await api.orders.usedInvoices({ accountId, invoices: [invoice] });
    if (used.ok && get().form.invoice === invoice && get().origin.kind !== 'refused')
      set({ invoiceUsed: used.value.length > 0 });
  }

  async function lookForRecent(): Promise<void> {
    const { name, postcode, email, lines: all } = get().form;
    const productIds = all.map((line) => line.productId).filter((id) => id !== '');
    if (name.trim() === '' || productIds.length === 0) return set({ recent: [] });
    const recent = await api.orders.recentLike({ name, postcode, email, productIds });
    if (recent.ok && get().form.name === name) set({ recent: recent.value });
  }
});

/** What would be sent: one order, or several where the user agreed to a split. */
export const ordersOf = ({ form, split }: Pick<NewOrderState, 'form' | 'split'>): OrderInput[] =>
  split ? splitOrder(toOrder(form)) : [toOrder(form)];

const faultsOf = ({ form, split }: Pick<NewOrderState, 'form' | 'split'>): Fault[] =>
  validateOrder(toOrder(form)).filter((fault) => !(split && mendedBySplit(fault)));

/** What of the form and of those that made room for it is kept on disk. */
const draftsOf = ({ form, origin, batchId, aside }: NewOrderState): KeptDrafts => ({
  current: { form, origin, batchId },
  aside,
});
