import { prepareAccount } from './pasteFlow.ts';
import { keptWidths } from './keptWidths.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import { saveSoon } from './draft.ts';
import { restoreDraft } from './submit.ts';

let started: Promise<void> | null = null;
let seen = -1;

/** Once for the life of the page: products, past, and the draft of last time. */
export function startPaste(): Promise<void> {
  started ??= begin();
  return started;
}

async function begin(): Promise<void> {
  client.onState = (sheet) => {
    usePaste.getState().set({ sheet });
    if (seen !== -1 && sheet.version !== seen) saveSoon();
    seen = sheet.version;
  };
  client.onTrouble = (trouble) => usePaste.getState().set({ trouble, sheet: null, step: 'in' });
  await Promise.all([prepareAccount(), keptWidths.restore()]);
  await restoreDraft();
}
