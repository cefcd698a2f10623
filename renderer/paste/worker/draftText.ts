import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
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

/** Rows written in one step. */
const rowsAtOnce = 500;

/** The draft as JSON, piece by piece: the rows are nearly all of it and take their time. The sheet must not change meanwhile. */
export function* writeDraft(draft: Omit<Draft, 'form' | 'sheet'>, model: PasteModel): Generator<string> {
  const { rows } = model;
  yield `${JSON.stringify({ form: 1, ...draft }).slice(0, -1)},"sheet":${JSON.stringify(model.marks()).slice(0, -1)},"rows":[`;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce).map((key) => model.rowOf(key));
    yield `${from === 0 ? '' : ','}${JSON.stringify(some).slice(1, -1)}`;
  }
  yield ']}}';
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
