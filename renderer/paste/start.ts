import { loadMappings, prepareAccount } from './pasteFlow.ts';
import { keptWidths } from './keptWidths.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import { saveSoon } from './draft.ts';
import { restoreDraft } from './submit.ts';

let started: Promise<void> | null = null;

/** Once for the life of the page: products, past, and the draft of last time. */
export function startPaste(): Promise<void> {
  started ??= begin();
  return started;
}

async function begin(): Promise<void> {
  client.onState = (sheet) => {
    const { sheet: before, set } = usePaste.getState();
    set({ sheet });
    if (before !== null && before.version !== sheet.version) saveSoon();
  };
  client.onTrouble = (trouble) => usePaste.getState().set({ trouble, sheet: null, step: 'in' });
  await Promise.all([prepareAccount(), loadMappings(), keptWidths.restore()]);
  await restoreDraft();
}
