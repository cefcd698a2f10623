import { buildPasteModel } from '../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel, PasteModelInput } from '../../../shared/paste/pasteModel.ts';
import type { CellEdit, RowKey } from '../../../shared/paste/pasteTypes.ts';
import type { Tokenizer } from '../../../shared/paste/tokenize.ts';
import { Slices } from './slices.ts';

/** Letters read at a time. */
const stride = 200_000;
/** Share of the whole that reading is; the rest is checking. */
const readingShare = 0.3;

/**
 * Reads what is left of the source and checks all rows, in slices between which the page is answered. null = somebody
 * else's paste came between. `progress`: share that is done.
 */
export async function buildWhole(
  tokenizer: Tokenizer | null,
  input: PasteModelInput,
  isWanted: () => boolean,
  progress: (share: number) => void,
): Promise<PasteModel | null> {
  const slices = new Slices();
  while (tokenizer !== null && !tokenizer.done) {
    tokenizer.read(tokenizer.at + stride);
    progress((readingShare * tokenizer.at) / tokenizer.store.text.length);
    await slices.rest();
    if (!isWanted()) return null;
  }
  const work = buildPasteModel(input);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    progress(readingShare + (1 - readingShare) * step.value);
    await slices.rest();
    if (!isWanted()) return null;
  }
}

/** A cell that was changed while only the first rows were there. */
export interface EarlyEdit {
  row: RowKey;
  column: number;
  /** Role of a column that was added there, '' = a column of the source. */
  added: string;
  value: string;
}

/** The same cells in the whole sheet, which may have more columns. */
export const editsIn = (model: PasteModel, edits: readonly EarlyEdit[]): CellEdit[] =>
  edits.flatMap(({ row, column, added, value }) => {
    const at = added === '' ? column : model.columns.findIndex((one) => one.added && one.header === added);
    return at === -1 ? [] : [{ row, column: at, value }];
  });
