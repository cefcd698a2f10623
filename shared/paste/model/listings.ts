import type { ModelSnapshot, NotOrder, Problem, RepairGroup, RowKey, RowState } from '../pasteTypes.ts';
import type { RowList } from '../rowList.ts';
import type { Row } from '../sheet.ts';
import type { Sheet } from './applyStep.ts';

/** Lists over a sheet that is checked. Rows that nobody looked at have nothing to say, so they are passed over. */

const askable = new Set(['cancelled', 'refunded', 'shipped', 'unpaid', 'zeroQuantity', 'noSale']);

export function stateOf({ rows, core }: Sheet, key: RowKey): RowState {
  const row = rows.seen(key);
  if (row !== undefined && (row.junk !== '' || row.skip !== '')) return 'notOrder';
  const id = core.orders.idOf(key);
  return id === -1 ? 'blank' : (core.orders.seen(id)?.state ?? 'ready');
}

export const isOpen = ({ left }: Sheet, { weight, id }: Problem): boolean =>
  weight === 'fault' || (weight !== 'notice' && !left.has(id));

export function* problemsIn(rows: RowList): Generator<Problem> {
  for (const row of rows.allSeen()) yield* row.problems;
}

export function nextProblem(sheet: Sheet, key: RowKey, column: number): Problem | null {
  const { rows } = sheet;
  const start = Math.max(0, rows.placeOf(key));
  for (let step = 0; step <= rows.length; step++) {
    const row = rows.seen(rows.keyAt((start + step) % rows.length));
    if (row === undefined || row.problems.length === 0) continue;
    const open = row.problems.filter((one) => isOpen(sheet, one)).sort((a, b) => a.column - b.column);
    const next = step === 0 ? open.find((one) => one.column > column) : open[0];
    if (next !== undefined) return next;
  }
  return null;
}

/** Why the row is no order; null = it is one. */
export function notOrder({ key, record, junk, skip }: Row): NotOrder | null {
  const reason = junk || skip;
  return reason === '' ? null : { row: key, record, reason, askable: askable.has(reason) };
}

export const notOrdersIn = (rows: RowList): NotOrder[] =>
  Array.from(rows.allSeen()).flatMap((row) => notOrder(row) ?? []);

export function groupRepairs({ rows, left }: Sheet): RepairGroup[] {
  const groups = new Map<string, RepairGroup>();
  for (const { id, row, code, was, repair } of problemsIn(rows)) {
    if (repair === null || left.has(id)) continue;
    const group = groups.get(code) ?? { code, count: 0, safe: 'yes' as const, examples: [] };
    group.count++;
    if (repair.safe === 'ask') group.safe = 'ask';
    if (group.examples.length < 3) group.examples.push({ row, was, value: repair.value });
    groups.set(code, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

type Columns = readonly { header: string; added: boolean }[];

/** Rows that need attention as a table: header, cells, and a last column with the reasons. */
export function listAttention(
  sheet: Sheet,
  columns: Columns,
  words: (problem: Problem) => string,
  reasonHeader: string,
): string[][] {
  const { rows } = sheet;
  const keys = rows.allKeys();
  const used = columns.map(({ added }, c) => !added || keys.some((key) => rows.cell(key, c) !== ''));
  const pick = (cells: (c: number) => string): string[] =>
    columns.flatMap((_, c) => (used[c] === true ? [cells(c)] : []));
  const table = [[...pick((c) => columns[c]?.header ?? ''), reasonHeader]];
  for (const row of rows.allSeen()) {
    const state = stateOf(sheet, row.key);
    if (state === 'blank' || state === 'ready' || state === 'notOrder') continue;
    const reasons = row.problems.filter((one) => isOpen(sheet, one)).map(words);
    table.push([...pick((c) => row.cell(c)), reasons.join(' ')]);
  }
  return table;
}

/** What was left and included, with rows by their position: keys are given anew when a draft is opened. */
export function takeMarks({ rows, left }: Sheet): Pick<ModelSnapshot, 'left' | 'included'> {
  return {
    left: [...left].flatMap((id) => {
      const colon = id.indexOf(':');
      const position = rows.placeOf(Number(id.slice(0, colon)));
      return position === -1 ? [] : [`${position}${id.slice(colon)}`];
    }),
    included: rows.allKeys().flatMap((key, index) => (rows.seen(key)?.included === true ? [index] : [])),
  };
}
