import { detectDelimiter } from './detectDelimiter.ts';
import type { Table, TableNote } from './pasteTypes.ts';
import { tokenize } from './tokenize.ts';

/** Delimited text to a table: `sep=` line, delimiter and Amazon's unquoted files are found by themselves. */
export function readTable(text: string, notes: readonly TableNote[] = [], limit?: number): Table {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { delimiter, unquoted } = detectDelimiter(clean);
  const records = tokenize(clean, { delimiter, unquoted, ...(limit === undefined ? {} : { limit }) });
  const more: TableNote[] = unquoted ? [{ code: 'unquoted', params: {} }] : [];
  return { records, delimiter, unquoted, notes: [...notes, ...more] };
}
