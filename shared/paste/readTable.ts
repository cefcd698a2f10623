import type { CellStore } from './cells/cellStore.ts';
import { detectDelimiter } from './detectDelimiter.ts';
import type { Table, TableNote } from './pasteTypes.ts';
import { Tokenizer } from './tokenize.ts';

/** Record separators and Unicode line ends, for a text that has no others. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const oddLineEnds = /[\x1e\u2028\u2029\u0085]/gu;

/** A delimited text while it is being read: `sep=` line, delimiter and Amazon's unquoted files are found by themselves. */
export interface TableReader {
  table: Table;
  tokenizer: Tokenizer;
}

/** Ready to read the text in steps; the table grows with them. `found`: how its beginning was read. */
export function startTable(
  text: string,
  notes: readonly TableNote[] = [],
  found?: Pick<Table, 'delimiter' | 'unquoted'>,
): TableReader {
  const clean = !/[\r\n]/u.test(text) ? text.replaceAll(oddLineEnds, '\n') : text;
  const { delimiter, unquoted } = found ?? detectDelimiter(clean);
  const tokenizer = new Tokenizer(clean, { delimiter, unquoted });
  const more: TableNote[] = unquoted ? [{ code: 'unquoted', params: {} }] : [];
  return { table: { records: tokenizer.store, delimiter, unquoted, notes: [...notes, ...more] }, tokenizer };
}

/** Delimited text to a table, at once. */
export function readTable(text: string, notes: readonly TableNote[] = []): Table {
  const { table, tokenizer } = startTable(text, notes);
  tokenizer.read();
  return table;
}

const firstPart = 65_536;
const firstRecords = 300;

/** The first rows of a text: as many as are looked at to find out what the columns are, and something to show. */
export function readFirst(
  text: string,
  notes: readonly TableNote[] = [],
): { table: Table; tokenizer: Tokenizer | null } {
  const { table, tokenizer } = startTable(text, notes);
  const { store } = tokenizer;
  do tokenizer.read(tokenizer.at + firstPart);
  while (!tokenizer.done && (store.length < firstRecords || isAllBlank(store)));
  return { table, tokenizer: tokenizer.done ? null : tokenizer };
}

export function isAllBlank(store: CellStore): boolean {
  for (let record = 0; record < store.length; record++) if (!store.isBlank(record)) return false;
  return true;
}
