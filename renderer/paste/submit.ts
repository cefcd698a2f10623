import type { SendTerms } from './protocol.ts';
import { api } from '../lib/ipc.ts';
import { clearDraft, saveNow } from './draft.ts';
import { client } from './pasteClient.ts';
import { pasteAccount, prepareAccount } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';

/** Orders accepted by one call; between two, a submit can pause or stop. */
const pieceSize = 250;
const askSize = 20_000;

const termsNow = (): SendTerms => {
  const { accountId, mode } = usePaste.getState();
  return { accountId, mode, method: pasteAccount()?.settings.defaultShippingMethod ?? 'standard' };
};

/** Looks at what would be sent. Nothing leaves. */
export async function openReview(): Promise<void> {
  const { set, accountId } = usePaste.getState();
  const first = await client.call('review', termsNow(), []);
  const used: string[] = [];
  for (let from = 0; from < first.invoices.length; from += askSize) {
    const invoices = first.invoices.slice(from, from + askSize);
    const answer = await api.orders.usedInvoices({ accountId, invoices });
    if (!answer.ok) {
      set({ trouble: answer.error });
      return;
    }
    used.push(...answer.value);
  }
  const review = used.length === 0 ? first : await client.call('review', termsNow(), used);
  await client.call('plan', termsNow(), used);
  set({ review: { review, used } });
}

/** Live or test was changed in the review: what would be sent is worked out anew. */
export async function reviewAgain(): Promise<void> {
  const { set, review } = usePaste.getState();
  if (!review) return;
  const next = await client.call('review', termsNow(), review.used);
  await client.call('plan', termsNow(), review.used);
  set({ review: { ...review, review: next } });
}

let running = false;

/** Sends what was reviewed. A second click while it runs does nothing; a repeated call gives the first answer. */
export async function submitReviewed(): Promise<void> {
  const { review } = usePaste.getState();
  if (running || !review) return;
  running = true;
  try {
    const terms = termsNow();
    const { orders, isSame } = await client.call('plan', terms, review.used);
    // The intention is on disk first: a crash from here on is continued, never repeated.
    const kept = isSame && orders > 0 && (await saveNow(terms));
    // What went wrong is said above the grid: the dialog must not hide it.
    if (kept) await sendPlan(terms, orders, review.review.totals.copies);
    else {
      const { trouble, set } = usePaste.getState();
      // No trouble with the disk: new products or past orders made other rows ready than those that were looked at.
      set({ review: null, trouble: trouble ?? { code: 'conflict', detail: 'checkedAnew' } });
    }
  } finally {
    running = false;
  }
}

/** Sends the worker's plan in pieces of one batch. */
export async function sendPlan(terms: SendTerms, total: number, copies: number): Promise<void> {
  const { set, batchId, label, nextRow } = usePaste.getState();
  set({ progress: { total, done: 0, state: 'running' }, trouble: null });
  const gone: number[] = [];
  const invoices: string[] = [];
  let done = 0;
  while (done < total && (await mayGoOn())) {
    const piece = await client.call('batch', done, pieceSize);
    if (piece.length === 0) break;
    const answer = await api.orders.submitBatch({
      batchId,
      firstRow: nextRow + done,
      label,
      orders: piece.map(({ order }) => order),
    });
    if (!answer.ok) {
      set({ trouble: answer.error });
      break;
    }
    done += piece.length;
    gone.push(...piece.flatMap(({ rows }) => rows));
    invoices.push(...answer.value.invoices);
    const { progress } = usePaste.getState();
    if (progress) set({ progress: { ...progress, done } });
  }
  await client.call('sent', gone);
  const sent = done > 0 ? { orders: done, copies, mode: terms.mode, at: Date.now(), invoices } : null;
  set({ progress: null, review: null, nextRow: nextRow + done, ...(sent ? { sent } : {}) });
  await saveNow();
}

/** Waits while paused; false = stop here. */
async function mayGoOn(): Promise<boolean> {
  const state = usePaste.getState().progress?.state;
  if (state === 'stopping') return false;
  if (state !== 'paused') return true;
  return new Promise((resolve) => {
    const stop = usePaste.subscribe(({ progress }) => {
      if (progress?.state === 'paused') return;
      stop();
      resolve(progress?.state !== 'stopping');
    });
  });
}

/** Brings back the work in progress; a submit that a crash had cut is ended with the same batch. */
export async function restoreDraft(): Promise<void> {
  const { set } = usePaste.getState();
  const offered = await api.drafts.offer({ name: 'paste' });
  if (!offered.ok || offered.value.token === null) return;
  const restored = await client.call('restoreFrom', offered.value.token);
  if (!restored.ok) return;
  const { head, sheet } = restored.value;
  const { sending, ...kept } = head;
  client.opened(sheet);
  set({ ...kept, sheet: sheet.state });
  await prepareAccount();
  if (sending) {
    const { orders, copies } = await client.call('planned');
    await sendPlan(sending, orders, copies);
  }
}

/** Begins anew; the sheet is thrown away. */
export async function startOver(): Promise<void> {
  usePaste.getState().set({
    step: 'in',
    sheet: null,
    source: null,
    review: null,
    trouble: null,
    sent: null,
    batchId: '',
    nextRow: 0,
  });
  await client.call('close');
  await clearDraft();
}
