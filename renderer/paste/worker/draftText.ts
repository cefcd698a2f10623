import type { ModelSnapshot } from '../../../shared/paste/pasteTypes.ts';
import type { DraftHead } from '../protocol.ts';

/** What is kept on disk of a paste. */
export interface Draft extends DraftHead {
  form: 1;
  headers: string[];
  sheet: ModelSnapshot;
  /** Positions in `sheet.rows` of each order of an unfinished submit. */
  plan: number[][];
}

/** null = cut off, or of another version. */
export function readDraft(text: string): Draft | null {
  try {
    const draft = JSON.parse(text) as Draft;
    return draft.form === 1 ? draft : null;
  } catch {
    return null; // cut off or of another version: nothing that could be shown
  }
}
