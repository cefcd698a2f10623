import type { PasteField } from './fields.ts';
import { fieldOfRole } from './fields.ts';
import type { PasteModel } from './pasteModel.ts';
import { createPasteModel } from './model/createPasteModel.ts';
import type { KnownProduct, Problem, Table } from './pasteTypes.ts';
import type { HistoryIndex } from './radar/historyIndex.ts';
import { recognise } from './recognise/recognise.ts';

/** What `npm run paste:check` prints. */
export interface CheckReport {
  columns: { header: string; field: PasteField | null }[];
  orders: ReportOrder[];
  flags: ReportFlag[];
  not_orders: { record: number; reason: string }[];
}
export interface ReportOrder {
  invoice: string;
  records: number[];
  name: string;
  company: string;
  addr: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  email: string;
  items: { sku: string; title: string; quantity: number }[];
}
export interface ReportFlag {
  record: number;
  /** Position of the column from 1; null = no column of the file shows this field. */
  column: number | null;
  field: PasteField;
  code: string;
  message: string;
  was: string;
  repair: string | null;
}

export interface ReportInput {
  table: Table;
  products: readonly KnownProduct[];
  history: HistoryIndex | null;
  today: number;
  withinDays: number;
  words: (code: string, params: Record<string, string | number>) => string;
}

/** Repairs open others (a swapped cell may need one of its own); more rounds than this never help. */
const rounds = 5;

/** A whole file as the page would see it: flags first, then all offered repairs are taken, then the orders. */
export function makeReport(input: ReportInput): CheckReport {
  const { headers, mapping } = recognise(input.table.records, input.products);
  const model = createPasteModel({ ...input, headers, mapping });
  const flags: ReportFlag[] = [];
  const seen = new Set<string>();
  let removed: { record: number; reason: string }[] = [];
  for (let round = 0; round < rounds; round++) {
    const problems = model.problems();
    for (const problem of problems) addFlags(flags, seen, problem, model, input.words, round);
    const open = problems.filter((problem) => problem.repair !== null);
    if (open.length === 0) break;
    removed = [
      ...removed,
      ...open.flatMap((one) =>
        one.repair?.removeRow ? [{ record: one.record, reason: 'duplicateRow' }] : [],
      ),
    ];
    model.takeRepairs(open.map((problem) => problem.id));
  }
  return {
    columns: headers.map((header, c) => ({ header, field: fieldOfRole(model.mapping.roles[c] ?? 'none') })),
    orders: model
      .orders()
      .map(({ invoice, records, name, company, addr, city, state, zip, country, email, items }) => ({
        invoice,
        records,
        name,
        company,
        addr,
        city,
        state,
        zip,
        country,
        email,
        items: items.map(({ sku, title, quantity }) => ({ sku, title, quantity })),
      })),
    flags,
    not_orders: [...model.notOrders().map(({ record, reason }) => ({ record, reason })), ...removed].sort(
      (a, b) => a.record - b.record,
    ),
  };
}

function addFlags(
  flags: ReportFlag[],
  seen: Set<string>,
  problem: Problem,
  model: PasteModel,
  words: ReportInput['words'],
  round: number,
): void {
  const add = (
    record: number,
    column: number,
    field: PasteField,
    was: string,
    repair: string | null,
  ): void => {
    // What comes up after a repair in the same cell belongs to the flag that is there already.
    const place = `${record}:${column}`;
    if (round > 0 && seen.has(place)) return;
    seen.add(place);
    const shown = column === -1 || model.columns[column]?.added === true ? null : column + 1;
    flags.push({
      record,
      column: shown,
      field,
      code: problem.code,
      message: words(problem.code, problem.params),
      was,
      repair,
    });
  };
  const { repair } = problem;
  add(problem.record, problem.column, problem.field, problem.was, repair === null ? null : repair.value);
  for (const edit of repair?.edits ?? []) {
    if (edit.column === problem.column && edit.row === problem.row) continue;
    const field = fieldOfRole(model.mapping.roles[edit.column] ?? 'none');
    if (field !== null)
      add(model.rowOf(edit.row).record, edit.column, field, model.cell(edit.row, edit.column), edit.value);
  }
}
