import { assembleOrder } from '../assemble.ts';
import type { PasteField } from '../fields.ts';
import type { PasteModel, PasteModelInput } from '../pasteModel.ts';
import type {
  CellEdit,
  Change,
  ChangeStep,
  Counts,
  KnownProduct,
  Mapping,
  ModelSnapshot,
  NotOrder,
  PastedOrder,
  Problem,
  RepairGroup,
  RowKey,
  RowState,
  Totals,
} from '../pasteTypes.ts';
import type { HistoryIndex } from '../radar/historyIndex.ts';
import { noProblems } from '../sheet.ts';
import type { RowList } from '../rowList.ts';
import type { OrderGroup } from '../orderGroup.ts';
import { sumOrders } from '../totals.ts';
import { applyStep, putCells } from './applyStep.ts';
import { countOrders } from './countOrders.ts';
import type { CellsStep, Sheet } from './applyStep.ts';
import {
  groupRepairs,
  isOpen,
  listAttention,
  nextProblem,
  notOrder,
  notOrdersIn,
  problemsIn,
  stateOf,
  takeMarks,
} from './listings.ts';
import { missingFields } from './missingFields.ts';
import {
  buildSheet,
  completeRoles,
  fillWholeAddresses,
  moveAddedCells,
  rebuildSheet,
} from './sheetBuilder.ts';
import { SheetCore } from './sheetCore.ts';
import { stepsToTake } from './stepsToTake.ts';

/** Makes the working sheet from a table and its mapping; checks everything once. Meant for a worker. */
export function createPasteModel(input: PasteModelInput): PasteModel {
  const model = new Model(input);
  model.settle();
  return model;
}

/** The same with no row checked yet: `checkOn` does that a piece at a time, so that others can be served between. */
export const startPasteModel = (input: PasteModelInput): PasteModel => new Model(input);

/** The same, checked a piece at a time; yields the share that is done. */
export function* buildPasteModel(input: PasteModelInput): Generator<number, PasteModel> {
  const model = startPasteModel(input);
  for (let share = model.checkOn(); share !== null; share = model.checkOn()) yield share;
  return model;
}

class Model implements PasteModel {
  private readonly sheet: Sheet;
  private readonly sourceWidth: number;
  private readonly headers: readonly string[];
  private readonly above: NotOrder[];
  private settings: Pick<
    PasteModelInput,
    'products' | 'history' | 'today' | 'withinDays' | 'thorough' | 'needsProductIds'
  >;
  private list: { header: string; added: boolean }[];
  private meaning: Mapping;
  /** The check of all rows, while it is under way. */
  private pending: Generator<number> | null;

  constructor(input: PasteModelInput) {
    const built =
      input.draft === undefined
        ? buildSheet(input.table, input.mapping, input.headers)
        : rebuildSheet(input.draft);
    this.settings = input;
    this.headers = input.headers;
    this.sourceWidth = built.sourceWidth;
    this.above = built.above;
    this.meaning = completeRoles(input.mapping, built.sourceWidth);
    this.list = this.columnList(built.columns);
    if (input.draft === undefined) fillWholeAddresses(built.rows, this.meaning, built.sourceWidth);
    const left = new Set(input.draft?.left ?? []);
    this.sheet = { rows: built.rows, left, core: this.makeCore(built.rows, left) };
    this.pending = this.sheet.core.checkAll();
  }

  private columnList(
    source: readonly { header: string; added: boolean }[],
  ): { header: string; added: boolean }[] {
    return this.meaning.roles.map((role, c) =>
      c < this.sourceWidth
        ? { header: source[c]?.header ?? '', added: false }
        : { header: role, added: true },
    );
  }

  private makeCore(rows: RowList, left: Set<string>): SheetCore {
    const { products, history, today, withinDays, thorough, needsProductIds = false } = this.settings;
    const core = new SheetCore(
      rows,
      {
        headers: this.headers,
        sourceWidth: this.sourceWidth,
        mapping: this.meaning,
        products,
        history,
        today,
        withinDays,
        ...(thorough === undefined ? {} : { thorough }),
        needsProductIds,
      },
      left,
    );
    return core;
  }

  get isChecked(): boolean {
    return this.pending === null;
  }
  checkOn(): number | null {
    const step = this.pending?.next();
    if (step?.done !== false) {
      this.pending = null;
      return null;
    }
    return step.value / (this.sheet.rows.length * 2);
  }
  /** What asks about the whole sheet must not see a half of it. */
  settle(): void {
    while (this.checkOn() !== null);
  }
  /** Makes sure that something is known about a row, whose turn may not have come. */
  private look(key: RowKey): void {
    if (this.pending !== null) this.sheet.core.preview(key);
  }

  get columns(): readonly { header: string; added: boolean }[] {
    return this.list;
  }
  get mapping(): Mapping {
    return this.meaning;
  }
  get rows(): readonly RowKey[] {
    return this.sheet.rows.allKeys();
  }

  missingFields(): PasteField[] {
    return missingFields(this.sheet.core, this.meaning, this.sourceWidth);
  }

  cell(row: RowKey, column: number): string {
    return this.sheet.rows.cell(row, column);
  }
  recordOf(row: RowKey): number {
    return this.sheet.rows.recordOf(row);
  }
  numberOf(row: RowKey): number {
    return this.sheet.rows.placeOf(row) + 1;
  }
  stateOf(key: RowKey): RowState {
    this.look(key);
    return stateOf(this.sheet, key);
  }
  orderRowsOf(key: RowKey): readonly RowKey[] {
    const { orders } = this.sheet.core;
    return orders.seen(orders.idOf(key))?.rows.map((one) => one.key) ?? [key];
  }
  problemsOf(key: RowKey): readonly Problem[] {
    this.look(key);
    return this.sheet.rows.seen(key)?.problems ?? noProblems;
  }
  problemsAt(key: RowKey, column: number): readonly Problem[] {
    const problems = this.problemsOf(key);
    return problems.length === 0
      ? problems
      : problems.filter(
          (one) => one.column === column || one.repair?.edits.some((edit) => edit.column === column) === true,
        );
  }
  problems(filter: { code?: string; field?: PasteField } = {}): Problem[] {
    this.settle();
    return [...problemsIn(this.sheet.rows)].filter(
      ({ code, field }) =>
        (filter.code === undefined || code === filter.code) &&
        (filter.field === undefined || field === filter.field),
    );
  }
  isOpen(problem: Problem): boolean {
    return isOpen(this.sheet, problem);
  }
  nextProblem(key: RowKey, column: number): Problem | null {
    this.settle();
    return nextProblem(this.sheet, key, column);
  }
  notOrderOf(key: RowKey): NotOrder | null {
    this.look(key);
    const row = this.sheet.rows.seen(key);
    return row === undefined ? null : notOrder(row);
  }
  notOrders(): readonly NotOrder[] {
    this.settle();
    return [...this.above, ...notOrdersIn(this.sheet.rows)];
  }
  counts(): Counts {
    this.settle();
    return countOrders(this.sheet.rows, this.sheet.core.orders);
  }
  repairGroups(): RepairGroup[] {
    this.settle();
    return groupRepairs(this.sheet);
  }

  private apply(steps: readonly ChangeStep[]): Change {
    if (this.pending !== null && steps.every((step) => step.kind === 'cells')) return this.applyEarly(steps);
    this.settle();
    const inverse: ChangeStep[] = [];
    const touched = new Set<RowKey>();
    for (const step of steps) {
      const result = applyStep(this.sheet, step);
      inverse.unshift(...result.inverse);
      for (const row of result.touched) touched.add(row.key);
    }
    return { inverse, touched: [...touched] };
  }
  /** Cells that are changed while all is checked: that begins again, and whoever changed them does not wait for it. */
  private applyEarly(steps: readonly CellsStep[]): Change {
    const inverse: ChangeStep[] = [];
    const touched = new Set<RowKey>();
    for (const step of steps) {
      const put = putCells(this.sheet, step.edits);
      inverse.unshift(put.inverse);
      for (const row of put.changed) touched.add(row.key);
    }
    this.rebuild();
    return { inverse, touched: [...touched] };
  }
  setCells(edits: readonly CellEdit[]): Change {
    return this.apply([{ kind: 'cells', edits: [...edits] }]);
  }
  insertRows(at: number, rows: readonly (readonly string[])[]): Change {
    const first = this.sheet.rows.known;
    return this.apply([
      {
        kind: 'insert',
        at,
        rows: rows.map((cells, i) => ({ row: first + i, record: 0, cells: [...cells] })),
      },
    ]);
  }
  deleteRows(rows: readonly RowKey[]): Change {
    return this.apply([{ kind: 'delete', rows: [...rows] }]);
  }
  removeSent(rows: readonly RowKey[]): Change {
    return this.deleteRows(rows);
  }
  leave(ids: readonly string[]): Change {
    return this.apply([{ kind: 'leave', marks: [...ids], on: true }]);
  }
  include(rows: readonly RowKey[], on: boolean): Change {
    return this.apply([{ kind: 'include', rows: [...rows], on }]);
  }
  undo(steps: readonly ChangeStep[]): Change {
    return this.apply(steps);
  }
  takeAll(code: string): Change {
    return this.take(this.problems({ code }).filter((one) => !this.sheet.left.has(one.id)));
  }
  takeRepairs(ids: readonly string[]): Change {
    this.settle();
    const wanted = new Set(ids);
    const keys = new Set(ids.map((id) => Number(id.slice(0, id.indexOf(':')))));
    const found: Problem[] = [];
    for (const key of keys)
      for (const problem of this.problemsOf(key)) if (wanted.has(problem.id)) found.push(problem);
    return this.take(found);
  }
  private take(problems: readonly Problem[]): Change {
    return this.apply(stepsToTake(this.sheet.rows, problems));
  }

  private rebuild(): void {
    for (const row of this.sheet.rows.allSeen()) row.forgetChecks();
    this.sheet.core = this.makeCore(this.sheet.rows, this.sheet.left);
    this.pending = this.sheet.core.checkAll();
  }
  remap(mapping: Mapping): void {
    this.meaning = completeRoles(
      { ...mapping, roles: mapping.roles.slice(0, this.sourceWidth) },
      this.sourceWidth,
    );
    const moved = this.list;
    this.list = this.columnList(moved);
    moveAddedCells(this.sheet.rows, moved, this.list, this.sourceWidth);
    this.rebuild();
  }
  setProducts(products: readonly KnownProduct[]): void {
    this.settings = { ...this.settings, products };
    this.rebuild();
  }
  setHistory(history: HistoryIndex | null): void {
    this.settings = { ...this.settings, history };
    this.rebuild();
  }

  private assemble(order: OrderGroup): PastedOrder {
    return assembleOrder(order, this.sheet.core.layout, this.meaning, this.sheet.core.book);
  }
  orders(): PastedOrder[] {
    const orders: PastedOrder[] = [];
    this.settle();
    for (const order of this.sheet.core.orders.all())
      if (order.state !== 'notOrder') orders.push(this.assemble(order));
    return orders;
  }
  readyOrders(): PastedOrder[] {
    const orders: PastedOrder[] = [];
    this.settle();
    for (const order of this.sheet.core.orders.all())
      if (order.state === 'ready' && !this.sheet.core.whole.refuse(order)) orders.push(this.assemble(order));
    return orders;
  }
  totals(orders: readonly PastedOrder[] = this.readyOrders()): Totals {
    return sumOrders(orders);
  }
  attentionTable(words: (problem: Problem) => string, reasonHeader: string): string[][] {
    this.settle();
    return listAttention(this.sheet, this.list, words, reasonHeader);
  }
  snapshot(): ModelSnapshot {
    return { ...this.marks(), rows: this.rows.map((key) => this.rowOf(key)) };
  }
  rowOf(key: RowKey): ModelSnapshot['rows'][number] {
    const { rows } = this.sheet;
    return { record: rows.recordOf(key), cells: rows.cellsOf(key) };
  }
  marks(): Omit<ModelSnapshot, 'rows'> {
    return { ...takeMarks(this.sheet), columns: this.list, mapping: this.meaning };
  }
}
