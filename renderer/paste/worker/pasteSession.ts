import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { validateOrder } from '../../../shared/orders/validate.ts';
import { toDelimited } from '../../../shared/paste/attention.ts';
import type { ColumnRole, PasteField } from '../../../shared/paste/fields.ts';
import { headerKey } from '../../../shared/paste/headerRow.ts';
import { createPasteModel } from '../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel, PasteModelInput } from '../../../shared/paste/pasteModel.ts';
import type {
  Change,
  ChangeStep,
  KnownProduct,
  Mapping,
  ModelSnapshot,
  Problem,
  RowKey,
  Table,
} from '../../../shared/paste/pasteTypes.ts';
import { HistoryIndex, type PastOrders } from '../../../shared/paste/radar/historyIndex.ts';
import type { Tokenizer } from '../../../shared/paste/tokenize.ts';
import { recognise, withMapping, type Recognised } from '../../../shared/paste/recognise/recognise.ts';
import { toOrder } from '../../../shared/paste/toOrder.ts';
import { asCopied, pasteOver, toHtml } from '../../ui/grid/clipboard.ts';
import type { Area, CellChange, FindQuery, Position } from '../../ui/grid/gridModel.ts';
import type {
  CallName,
  DraftHead,
  Review,
  RowsShown,
  SendRow,
  SendTerms,
  SheetState,
  Source,
} from '../protocol.ts';
import { describeSheet } from './describeSheet.ts';
import { readDraft, type Draft } from './draftText.ts';
import { fillFaultWords } from './faultWords.ts';
import { switchHeader } from './headerSwitch.ts';
import { listOf } from './listText.ts';
import { readSource } from './readSource.ts';
import { findCell, findProblem, replacements } from './search.ts';
import { makeSheetUndo, remap, takeBack, type Inverse } from './sheetUndo.ts';
import { buildWhole, editsIn, type EarlyEdit } from './wholeSheet.ts';
import { isDouble, SheetView } from './sheetView.ts';

/** Rows that are shown before the others are read. */
const firstRows = 200;
/** Calls that have an answer while only the first rows are there. */
export const forFirstRows: ReadonlySet<CallName> = new Set<CallName>([
  'headerKeyOf',
  'open',
  'restore',
  'close',
  'setLanguage',
  'mappingText',
  'rows',
  'change',
  'positionOf',
]);

const emptyTable: Table = { records: [], delimiter: '', unquoted: false, notes: [] };

/** The paste as it is worked on; lives in the worker, so that the page never waits for it. */
export class PasteSession {
  version = 0;
  #model: PasteModel | null = null;
  #view: SheetView | null = null;
  #undo = makeSheetUndo();
  #table: Table = emptyTable;
  #headers: string[] = [];
  #sheets: string[] = [];
  #sheet = 0;
  #hasSource = false;
  #products: KnownProduct[] = [];
  #past = new HistoryIndex();
  #today = 0;
  #withinDays = 30;
  #words: Record<string, unknown> = {};
  #plan: SendRow[] = [];
  #lastRead: Awaited<ReturnType<typeof readSource>> | null = null;
  #lastFound: Recognised | null = null;
  #repaired = 0;
  #changed: (rowCount: number) => void;
  #progressed: () => void;
  /** Counts the sources, so that the work on an older one ends. */
  #job = 0;
  #whole: Promise<void> = Promise.resolve();
  /** Share of the source that was read and checked; null = all. */
  #reading: number | null = null;
  #early: EarlyEdit[][] | null = null;

  /** `changed`: rows or cells did; `progressed`: more of the source was read. */
  constructor(changed: (rowCount: number) => void, progressed: () => void = () => undefined) {
    this.#changed = changed;
    this.#progressed = progressed;
  }

  /** Shows the first rows of the source (null = the one of `headerKeyOf`); the others follow (`whole`). */
  async open(source: Source | null, remembered: [string, string][]): Promise<Result<{ headerKey: string }>> {
    const read = this.#lastRead ?? (source === null ? null : await readSource(source));
    this.#lastRead = null;
    if (read === null) return fail('not-found', 'source');
    if (!read.ok) return read;
    const { table, tokenizer, sheets, sheet } = read.value;
    const fresh = this.#lastFound ?? recognise(table.records, this.#products);
    this.#lastFound = null;
    const known = readMapping(new Map(remembered).get(headerKey(fresh.headers)));
    const found = known === null ? fresh : withMapping(fresh, known);
    this.#table = table;
    this.#sheets = sheets;
    this.#sheet = sheet;
    this.#hasSource = true;
    this.#headers = found.headers;
    const many = tokenizer !== null || table.records.length > firstRows * 4;
    if (many) this.#begin(tokenizer, found.mapping);
    else this.#make(found.mapping);
    return ok({ headerKey: headerKey(found.headers) });
  }

  /** The first rows at once, all rows in slices; edits of the meantime are done again in the whole sheet. */
  #begin(tokenizer: Tokenizer | null, mapping: Mapping): void {
    const table = this.#table;
    this.#make(mapping, undefined, { ...table, records: table.records.slice(0, firstRows) });
    const job = this.#job;
    this.#reading = 0;
    this.#early = [];
    const finish = async (): Promise<void> => {
      const input = this.#input(mapping);
      const isWanted = (): boolean => this.#job === job;
      const model = await buildWhole(tokenizer, input, isWanted, (share) => this.#progress(share));
      if (model === null || !isWanted()) return;
      const steps = this.#early ?? [];
      this.#reading = null;
      this.#early = null;
      this.#use(model, this.#view?.which);
      for (const edits of steps) this.#apply(model.setCells(editsIn(model, edits)));
    };
    this.#whole = finish();
  }

  #progress(share: number): void {
    if (share - (this.#reading ?? 0) < 0.05) return;
    this.#reading = share;
    this.#progressed();
  }

  /** Resolves when all rows of the source are there; only `forFirstRows` calls have an answer before. */
  whole(): Promise<void> {
    return this.#whole;
  }
  get isReading(): boolean {
    return this.#reading !== null;
  }

  async headerKeyOf(source: Source): Promise<Result<{ headerKey: string }>> {
    const read = await readSource(source);
    if (!read.ok) return read;
    this.#lastRead = read;
    this.#lastFound = recognise(read.value.table.records, this.#products);
    return ok({ headerKey: headerKey(this.#lastFound.headers) });
  }

  restore(text: string): Result<DraftHead> {
    const draft = readDraft(text);
    if (draft === null) return fail('not-found', 'draft');
    this.#table = emptyTable;
    this.#hasSource = false;
    this.#sheets = [];
    this.#headers = draft.headers;
    this.#make(draft.sheet.mapping, draft.sheet);
    const keys = this.#model?.rows ?? [];
    if (draft.sending) {
      const planned = new Set(draft.plan.map(([first]) => keys[first ?? -1] ?? -1));
      const { sending } = draft;
      // The same rows in the same order as then: those that were accepted before give back their first answer.
      const orders = (this.#model?.orders() ?? []).filter((order) => planned.has(order.rows[0] ?? -2));
      this.#plan = orders.map((order) => ({ rows: order.rows, order: toOrder(order, sending) }));
      if (this.#plan.length !== draft.plan.length) return fail('conflict', 'draft');
    }
    const { batchId, nextRow, label, accountId, mode, step, sending } = draft;
    return ok({ batchId, nextRow, label, accountId, mode, step, sending });
  }

  #input(mapping: Mapping, draft?: ModelSnapshot, table = this.#table): PasteModelInput {
    return {
      table,
      headers: this.#headers,
      mapping,
      products: this.#products,
      history: this.#past.size > 0 ? this.#past : null,
      today: this.#today,
      withinDays: this.#withinDays,
      needsProductIds: true,
      ...(draft ? { draft } : {}),
    };
  }

  #make(mapping: Mapping, draft?: ModelSnapshot, table?: Table): void {
    this.#stopReading();
    this.#use(createPasteModel(this.#input(mapping, draft, table)));
  }

  #use(model: PasteModel, which?: RowsShown): void {
    this.#model = model;
    this.#view = new SheetView(model);
    if (which) this.#view.which = which;
    this.#undo.clear();
    this.#plan = [];
    this.#repaired = 0;
    this.#arrange('columns');
  }

  #stopReading(): void {
    this.#job += 1;
    this.#reading = null;
    this.#early = null;
    this.#whole = Promise.resolve();
  }

  #arrange(also?: 'columns'): void {
    if (also) this.#view?.arrangeColumns();
    this.#view?.arrange();
    this.#tell();
  }

  #tell(): void {
    this.version += 1;
    this.#changed(this.#view?.keys.length ?? 0);
  }

  setLanguage(words: Record<string, unknown>): void {
    this.#words = words;
  }

  setProducts(products: KnownProduct[], today: number, withinDays: number): void {
    this.#products = products;
    this.#today = today;
    this.#withinDays = withinDays;
    this.#model?.setProducts(products);
    this.#arrange('columns');
  }

  addPast(page: PastOrders, more: boolean): void {
    this.#past.add(page);
    if (more) return;
    this.#model?.setHistory(this.#past.size > 0 ? this.#past : null);
    this.#arrange();
  }

  forgetPast(): void {
    this.#past = new HistoryIndex();
  }

  setRole(column: number, role: ColumnRole): void {
    const model = this.#model;
    if (!model) return;
    const roles = [...model.mapping.roles];
    roles[column] = role;
    this.#remap({ ...model.mapping, roles });
  }

  setConstant(field: PasteField, value: string): void {
    const model = this.#model;
    if (!model) return;
    const constants = { ...model.mapping.constants };
    if (value === '') delete constants[field];
    else constants[field] = value;
    this.#remap({ ...model.mapping, constants });
  }

  setHeader(hasHeader: boolean): void {
    if (!this.#model) return;
    const { headers, snapshot } = switchHeader(
      { headers: this.#headers, snapshot: this.#model.snapshot() },
      hasHeader,
    );
    this.#headers = headers;
    this.#make(snapshot.mapping, snapshot);
  }

  #remap(mapping: Mapping): void {
    if (!this.#model) return;
    this.#undo.push(remap(this.#model, mapping));
    this.#arrange('columns');
  }

  mappingText(): { headerKey: string; mapping: string } {
    const mapping = this.#model?.mapping;
    const roles = mapping?.roles.slice(0, this.#headers.length) ?? [];
    return { headerKey: headerKey(this.#headers), mapping: JSON.stringify({ ...mapping, roles }) };
  }

  rows(first: number, last: number) {
    const rows = [];
    for (let index = first; index <= last; index += 1) {
      const row = this.#view?.row(index);
      if (row) rows.push(row);
    }
    return { version: this.version, first, rows };
  }

  copyText({ top, bottom, left, right }: Area): { text: string; html: string } {
    const { model, view } = this.#need();
    const columns = view.shown.slice(left, right + 1);
    return asCopied(
      view.keys.slice(top, bottom + 1).map((key) => columns.map((column) => model.cell(key, column))),
    );
  }

  fill({ top, bottom, left, right }: Area, value: string): void {
    const { view } = this.#need();
    const columns = view.shown.slice(left, right + 1);
    this.#apply(
      this.#model?.setCells(
        view.keys.slice(top, bottom + 1).flatMap((row) => columns.map((column) => ({ row, column, value }))),
      ),
    );
  }

  change(changes: CellChange[]): void {
    const edits = this.#edits(changes);
    const columns = this.#model?.columns ?? [];
    this.#early?.push(
      edits.map((edit) => {
        const column = columns[edit.column];
        return { ...edit, added: column?.added === true ? column.header : '' };
      }),
    );
    this.#apply(this.#model?.setCells(edits));
  }

  #edits(changes: readonly CellChange[]) {
    const { view } = this.#need();
    return changes.flatMap(({ row, column, value }) => {
      const key = view.keys[row];
      const target = view.shown[column];
      return key === undefined || target === undefined ? [] : [{ row: key, column: target, value }];
    });
  }

  paste(over: Area, text: string): Area {
    const { model, view } = this.#need();
    const { cells, area } = pasteOver(over, text);
    const missing = area.bottom + 1 - view.keys.length;
    const steps: ChangeStep[] = [];
    if (missing > 0) {
      const blank = model.columns.map(() => '');
      const added = model.insertRows(
        model.rows.length,
        Array.from({ length: missing }, () => blank),
      );
      steps.push(...added.inverse);
      view.arrange();
    }
    const edits = this.#edits(
      cells.flatMap((row, r) => row.map((value, c) => ({ row: area.top + r, column: area.left + c, value }))),
    );
    const change = model.setCells(edits);
    this.#undo.push([...change.inverse, ...steps]);
    this.#arrange();
    return { ...area, right: Math.min(area.right, view.shown.length - 1) };
  }

  fillDown(area: Area, sourceRows: number): void {
    const { model, view } = this.#need();
    const changes: CellChange[] = [];
    for (let row = area.top + sourceRows; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const from = view.keys[area.top + ((row - area.top) % sourceRows)] ?? -1;
        changes.push({ row, column, value: model.cell(from, view.shown[column] ?? -1) });
      }
    this.change(changes);
  }

  insertRows(at: number, count: number): void {
    const { model, view } = this.#need();
    const next = view.keys[at];
    const place = next === undefined ? model.rows.length : model.rows.indexOf(next);
    const blank = model.columns.map(() => '');
    this.#apply(
      model.insertRows(
        place,
        Array.from({ length: count }, () => blank),
      ),
    );
  }

  deleteRows(first: number, last: number): void {
    const { model, view } = this.#need();
    this.#apply(model.deleteRows(view.keys.slice(first, last + 1)));
  }

  #apply(change: Change | undefined): void {
    if (!change) return;
    if (change.inverse.length > 0) this.#undo.push(change.inverse);
    this.#afterSteps(change.inverse);
  }

  #afterSteps(steps: readonly ChangeStep[]): void {
    // Rows that were chosen by their problems stay when one is mended: the next would slip from under the hands.
    if (steps.some((step) => step.kind === 'insert' || step.kind === 'delete')) this.#view?.arrange();
    this.#tell();
  }

  undo(): void {
    this.#undo.undo((steps) => this.#takeBack(steps));
  }
  redo(): void {
    this.#undo.redo((steps) => this.#takeBack(steps));
  }
  #takeBack(inverse: Inverse): Inverse {
    const again = takeBack(this.#need().model, inverse);
    if (Array.isArray(inverse)) this.#afterSteps(inverse);
    else this.#arrange('columns');
    return again;
  }

  find(query: FindQuery, from: Position, back: boolean): Position | null {
    const { model, view } = this.#need();
    return findCell(model, view, query, from, back);
  }

  replaceAll(query: FindQuery, by: string): number {
    const { model, view } = this.#need();
    const edits = replacements(model, view, query, by);
    if (edits.length > 0) this.#apply(model.setCells(edits));
    return edits.length;
  }

  nextProblem(from: Position, back: boolean): Position | null {
    const { model, view } = this.#need();
    return findProblem(model, view, from, back);
  }

  takeRepair(ids: string[]): void {
    this.#repaired += ids.length;
    this.#apply(this.#model?.takeRepairs(ids));
    this.#arrange();
  }
  takeAll(code: string): void {
    this.#repaired += this.#model?.repairGroups().find((group) => group.code === code)?.count ?? 0;
    this.#apply(this.#model?.takeAll(code));
    this.#arrange();
  }
  leave(ids: string[]): void {
    this.#apply(this.#model?.leave(ids));
  }
  leaveAll(code: string): void {
    const { model } = this.#need();
    this.leave(model.problems({ code }).flatMap((one) => (one.weight === 'fault' ? [] : [one.id])));
  }
  include(rows: RowKey[], on: boolean): void {
    this.#apply(this.#model?.include(rows, on));
  }

  showRows(which: RowsShown): void {
    if (this.#view) this.#view.which = which;
    this.#arrange();
  }

  positionOf(key: RowKey, column: number): Position | null {
    const { view } = this.#need();
    const row = view.keys.indexOf(key);
    return row < 0 ? null : { row, column: Math.max(0, view.shown.indexOf(column)) };
  }

  review(terms: SendTerms, used: string[]): Review {
    const { model, view } = this.#need();
    const barred: Review['barred'] = [];
    const taken = new Set(used.map((invoice) => invoice.toLowerCase()));
    const before = model.counts().ready;
    const ready = model.readyOrders();
    // What the order form would refuse is marked in its cells by now.
    if (ready.length < before) this.#arrange();
    const good = ready.filter((order) => {
      const isTaken = taken.has(order.invoice.toLowerCase()) && order.invoice !== '';
      if (isTaken) barred.push({ number: order.records[0] ?? 0, code: 'invoiceUsed' });
      return !isTaken;
    });
    const totals = model.totals(good);
    const methods = new Map<string, number>();
    const modes = new Map<string, number>();
    for (const order of good) {
      const { shippingMethod, mode } = toOrder(order, terms);
      methods.set(shippingMethod, (methods.get(shippingMethod) ?? 0) + 1);
      modes.set(mode, (modes.get(mode) ?? 0) + 1);
    }
    return {
      totals: {
        ...totals,
        byMethod: [...methods].map(([key, orders]) => ({ key, orders })),
        byMode: [...modes].map(([key, orders]) => ({ key, orders })),
      },
      orders: good.length,
      invoices: good.flatMap(({ invoice }) => (invoice === '' ? [] : [invoice])),
      doubles: view.keys.filter(
        (key) => model.stateOf(key) === 'ready' && model.problemsOf(key).some(isDouble),
      ).length,
      repaired: this.#repaired,
      barred,
    };
  }

  plan(terms: SendTerms, used: string[]): { orders: number } {
    const taken = new Set(used.map((invoice) => invoice.toLowerCase()));
    this.#plan = this.#need()
      .model.readyOrders()
      .filter((order) => order.invoice === '' || !taken.has(order.invoice.toLowerCase()))
      .map((order) => ({ rows: order.rows, order: toOrder(order, terms) }))
      .filter(({ order }) => validateOrder(order).length === 0);
    return { orders: this.#plan.length };
  }

  batch(from: number, limit: number): SendRow[] {
    return this.#plan.slice(from, from + limit);
  }

  sent(rows: RowKey[]): void {
    this.#model?.removeSent(rows);
    // What was sent cannot come back by undo.
    this.#undo.clear();
    this.#arrange();
  }

  attentionText(): { text: string; html: string; csv: string; rows: number } {
    const { model } = this.#need();
    const reason = this.#words['reasonHeader'];
    const table = model.attentionTable(
      (problem: Problem) => fillFaultWords(this.#words, problem.code, problem.params),
      typeof reason === 'string' ? reason : 'Reason',
    );
    return {
      text: toDelimited(table, '\t'),
      html: toHtml(table),
      // With a byte order mark, without which Excel reads umlauts wrongly.
      csv: `\uFEFF${toDelimited(table, ',')}\r\n`,
      rows: table.length - 1,
    };
  }

  /** What the plan would send, as a table with tabs: one line for each product. */
  listText(from: number, limit: number): string {
    return listOf(this.#plan.slice(from, from + limit));
  }

  draft(head: DraftHead, sending: boolean): string {
    const { model } = this.#need();
    const position = new Map(model.rows.map((key, index) => [key, index]));
    const plan = sending ? this.#plan.map(({ rows }) => rows.map((key) => position.get(key) ?? -1)) : [];
    const draft: Draft = { form: 1, ...head, headers: this.#headers, sheet: model.snapshot(), plan };
    return JSON.stringify(draft);
  }

  close(): void {
    this.#stopReading();
    this.#model = null;
    this.#view = null;
    this.#table = emptyTable;
    this.#plan = [];
    this.#tell();
  }

  state(): SheetState | null {
    const model = this.#model;
    const view = this.#view;
    if (!model || !view) return null;
    return {
      ...describeSheet(model, view),
      version: this.version,
      hasSource: this.#hasSource,
      notes: this.#table.notes,
      sheets: this.#sheets,
      sheet: this.#sheet,
      canUndo: this.#undo.canUndo,
      canRedo: this.#undo.canRedo,
      reading: this.#reading,
    };
  }

  #need(): { model: PasteModel; view: SheetView } {
    if (!this.#model || !this.#view) throw new Error('there is no paste');
    return { model: this.#model, view: this.#view };
  }
}

function readMapping(text: string | undefined): Mapping | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Mapping;
  } catch {
    return null; // a mapping that cannot be read is one that was never made
  }
}
