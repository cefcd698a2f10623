import { detectDelimiter } from './detectDelimiter.ts';
import type { Table, TableNote } from './pasteTypes.ts';
import { tokenize } from './tokenize.ts';

/** Record separators and Unicode line ends, for a text that has no others. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const oddLineEnds = /[\x1e\u2028\u2029\u0085]/gu;

/** Delimited text to a table: `sep=` line, delimiter and Amazon's unquoted files are found by themselves. */
export function readTable(text: string, notes: readonly TableNote[] = [], limit?: number): Table {
  const whole = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const clean = !/[\r\n]/u.test(whole) ? whole.replaceAll(oddLineEnds, '\n') : whole;
  const { delimiter, unquoted } = detectDelimiter(clean);
  const records = tokenize(clean, { delimiter, unquoted, ...(limit === undefined ? {} : { limit }) });
  const more: TableNote[] = unquoted ? [{ code: 'unquoted', params: {} }] : [];
  return { records, delimiter, unquoted, notes: [...notes, ...more] };
}
