import { api } from '../lib/ipc.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import type { DraftHead, SendTerms } from './protocol.ts';

let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<void> = Promise.resolve();

const headNow = (sending: SendTerms | null): DraftHead => {
  const { batchId, nextRow, label, accountId, mode, step, sent } = usePaste.getState();
  const shown = step === 'columns' ? 'columns' : 'rows';
  return { batchId, nextRow, label, accountId, mode, step: shown, sending, sent };
};

/**
 * Keeps the work in progress on disk; answers false when it could not. One at a time, in order. The worker writes it and
 * hands it to the main process: this thread never holds it.
 */
export function saveNow(sending: SendTerms | null = null): Promise<boolean> {
  clearTimeout(timer);
  timer = undefined;
  const run = async (): Promise<boolean> => {
    if (usePaste.getState().sheet === null) return true;
    if (!(await client.call('writeDraft', headNow(sending)))) return false;
    const place = await api.drafts.expect({ name: 'paste' });
    const saved = place.ok ? await client.call('postDraft', place.value.token) : place;
    if (!saved.ok) usePaste.getState().set({ trouble: saved.error });
    return saved.ok;
  };
  const result = saving.then(run);
  saving = result.then(() => undefined);
  return result;
}

/** Soon after the last change; a large sheet is written less often. */
export function saveSoon(): void {
  const { sheet, progress } = usePaste.getState();
  if (progress) return;
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), (sheet?.counts.rows ?? 0) > 20_000 ? 4000 : 400);
}

export async function clearDraft(): Promise<void> {
  clearTimeout(timer);
  await saving;
  await api.drafts.clear({ name: 'paste' });
}
