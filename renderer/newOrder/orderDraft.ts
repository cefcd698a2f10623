import { api } from '../lib/ipc.ts';
import { emptyForm, isWorthKeeping, type OrderForm } from './orderForm.ts';

/** Where the form came from; a refused order is replaced by what is placed. */
export type Origin =
  { kind: 'new' } | { kind: 'refused'; outboxId: string } | { kind: 'taken' } | { kind: 'again' };

/** An order that is being typed. */
export interface OrderDraft {
  form: OrderForm;
  origin: Origin;
  /** Placing the same form twice, by two clicks or after a crash, gives the first result. */
  batchId: string;
}

/** What is kept over a crash or a restart: the form, and unfinished ones that made room for it, newest last. */
export interface KeptDrafts {
  current: OrderDraft | null;
  aside: OrderDraft[];
}

/** Keeps what is typed; an empty form is no draft. */
export async function keepDrafts({ current, aside }: KeptDrafts): Promise<void> {
  const kept = { current: current !== null && isWorthKeeping(current.form) ? current : null, aside };
  if (kept.current === null && aside.length === 0) await api.drafts.clear({ name: 'newOrder' });
  else await api.drafts.save({ name: 'newOrder', text: JSON.stringify(kept) });
}

/** A draft of an older version that does not fit any more is left alone and not shown. */
export async function readDrafts(): Promise<KeptDrafts> {
  const saved = await api.drafts.load({ name: 'newOrder' });
  if (!saved.ok || saved.value.text === null) return { current: null, aside: [] };
  const read = JSON.parse(saved.value.text) as { current?: unknown; aside?: unknown };
  return {
    current: asDraft(read.current),
    aside: Array.isArray(read.aside) ? read.aside.flatMap((one) => asDraft(one) ?? []) : [],
  };
}

function asDraft(read: unknown): OrderDraft | null {
  if (typeof read !== 'object' || read === null) return null;
  const { form, origin, batchId } = read as Partial<OrderDraft>;
  if (!form || !Array.isArray(form.lines) || !origin || !batchId) return null;
  return { form: { ...emptyForm(null), ...form }, origin, batchId };
}
