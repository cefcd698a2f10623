import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { validateOrder } from '../../../shared/orders/validate.ts';
import { toDelimited } from '../../../shared/paste/attention.ts';
import type { ColumnRole, PasteField } from '../../../shared/paste/fields.ts';
import { headerKey } from '../../../shared/paste/headerRow.ts';
import { createPasteModel } from '../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
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
import { recognise } from '../../../shared/paste/recognise/recognise.ts';
import { toOrder } from '../../../shared/paste/toOrder.ts';
import { asCopied, pasteOver, toHtml } from '../../ui/grid/clipboard.ts';
import { matcher, replaceIn, searchRound } from '../../ui/grid/find.ts';
import type { Area, CellChange, FindQuery, Position } from '../../ui/grid/gridModel.ts';
import type { DraftHead, Review, RowsShown, SendRow, SendTerms, SheetState, Source } from '../protocol.ts';
import { fillFaultWords } from './faultWords.ts';
import { switchHeader } from './headerSwitch.ts';
import { readSource } from './readSource.ts';
import { makeSheetUndo, remap, takeBack, type Inverse } from './sheetUndo.ts';
import { isDouble, SheetView } from './sheetView.ts';

interface Draft extends DraftHead {
  form: 1;
  headers: string[];
  sheet: ModelSnapshot;
  /** Positions in `sheet.rows` of each order of an unfinished submit. */
  plan: number[][];
}

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
  #repaired = 0;
  #changed: (rowCount: number) => void;

  constructor(changed: (rowCount: number) => void) {
    this.#changed = changed;
  }

  async open(source: Source, remembered: [string, string][]): Promise<Result<{ headerKey: string }>> {
    // `headerKeyOf` has just read the same source: large files are read once.
    const read = this.#lastRead ?? (await readSource(source));
    this.#lastRead = null;
    if (!read.ok) return read;
    const known = new Map(remembered);
    const found = recognise(read.value.table.records, this.#products, (headers) =>
      readMapping(known.get(headerKey(headers))),
    );
    this.#table = read.value.table;
    this.#sheets = read.value.sheets;
    this.#sheet = read.value.sheet;
    this.#hasSource = true;
    this.#headers = found.headers;
    this.#make(found.mapping);
    return ok({ headerKey: headerKey(found.headers) });
  }

  async headerKeyOf(source: Source): Promise<Result<{ headerKey: string }>> {
    const read = await readSource(source);
    if (!read.ok) return read;
    this.#lastRead = read;
    return ok({ headerKey: headerKey(recognise(read.value.table.records.slice(0, 400)).headers) });
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

  #make(mapping: Mapping, draft?: ModelSnapshot): void {
    this.#model = createPasteModel({
      table: this.#table,
      headers: this.#headers,
      mapping,
      products: this.#products,
      history: this.#past.size > 0 ? this.#past : null,
      today: this.#today,
      withinDays: this.#withinDays,
      needsProductIds: true,
      ...(draft ? { draft } : {}),
    });
    this.#view = new SheetView(this.#model);
    this.#undo.clear();
    this.#plan = [];
    this.#repaired = 0;
    this.#arrange('columns');
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
    this.#apply(this.#model?.setCells(this.#edits(changes)));
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
    const width = view.shown.length;
    const fits = matcher(query);
    const found = searchRound(view.keys.length * width, from.row * width + from.column, back, (index) =>
      fits(model.cell(view.keys[Math.floor(index / width)] ?? -1, view.shown[index % width] ?? -1)),
    );
    return found === null ? null : { row: Math.floor(found / width), column: found % width };
  }

  replaceAll(query: FindQuery, by: string): number {
    const { model, view } = this.#need();
    const fits = matcher(query);
    const edits = [];
    for (const row of view.keys)
      for (const column of view.shown) {
        const cell = model.cell(row, column);
        if (fits(cell)) edits.push({ row, column, value: replaceIn(cell, query, by) });
      }
    if (edits.length > 0) this.#apply(model.setCells(edits));
    return edits.length;
  }

  nextProblem(from: Position, back: boolean): Position | null {
    const { model, view } = this.#need();
    const total = view.keys.length;
    for (let step = 0; step <= total; step += 1) {
      const index = (((from.row + (back ? -step : step)) % total) + total) % total;
      const columns = model
        .problemsOf(view.keys[index] ?? -1)
        .filter((one) => model.isOpen(one))
        .map((one) => Math.max(0, view.shown.indexOf(one.column)))
        .sort((a, b) => (back ? b - a : a - b));
      const column =
        step === 0 ? columns.find((one) => (back ? one < from.column : one > from.column)) : columns[0];
      if (column !== undefined) return { row: index, column };
    }
    return null;
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
    for (const order of good) {
      const { shippingMethod } = toOrder(order, terms);
      methods.set(shippingMethod, (methods.get(shippingMethod) ?? 0) + 1);
    }
    return {
      totals: { ...totals, byMethod: [...methods].map(([key, orders]) => ({ key, orders })) },
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
    const head =
      'invoice product quantity name company address city state postcode country email method mode';
    const lines = this.#plan
      .slice(from, from + limit)
      .flatMap(({ order }) =>
        order.lines.map((line) => [
          order.invoice,
          line.productId,
          String(line.quantity),
          order.name,
          order.company,
          order.address,
          order.city,
          order.state,
          order.postcode,
          order.country,
          order.email,
          order.shippingMethod,
          order.mode,
        ]),
      );
    return toDelimited([head.split(' '), ...lines], '\t');
  }

  draft(head: DraftHead, sending: boolean): string {
    const { model } = this.#need();
    const position = new Map(model.rows.map((key, index) => [key, index]));
    const plan = sending ? this.#plan.map(({ rows }) => rows.map((key) => position.get(key) ?? -1)) : [];
    const draft: Draft = { form: 1, ...head, headers: this.#headers, sheet: model.snapshot(), plan };
    return JSON.stringify(draft);
  }

  close(): void {
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
    const { columns, mapping, rows } = model;
    const out = new Map<string, number>();
    for (const { reason } of model.notOrders()) out.set(reason, (out.get(reason) ?? 0) + 1);
    const nameColumn = mapping.roles.findIndex((role) => ['name', 'lastName', 'firstName'].includes(role));
    const cityColumn = mapping.roles.indexOf('city');
    const who = (key: RowKey): string =>
      [model.cell(key, nameColumn), model.cell(key, cityColumn)].filter((text) => text !== '').join(', ');
    return {
      version: this.version,
      rowCount: view.keys.length,
      columns: columns.map((column, index) => ({
        ...column,
        role: mapping.roles[index] ?? 'none',
        samples: samplesOf(model, rows, index),
      })),
      shown: view.shown,
      counts: model.counts(),
      groups: model.repairGroups(),
      attention: view.list((one) => model.isOpen(one) && one.repair === null, who),
      doubles: view.list(isDouble, who),
      missing: model.missingFields(),
      constants: mapping.constants,
      notOrders: [...out].map(([reason, count]) => ({ reason, count })),
      headerRecord: mapping.headerRecord,
      hasSource: this.#hasSource,
      profile: mapping.profile,
      notes: this.#table.notes,
      sheets: this.#sheets,
      sheet: this.#sheet,
      rowsShown: view.which,
      canUndo: this.#undo.canUndo,
      canRedo: this.#undo.canRedo,
    };
  }

  #need(): { model: PasteModel; view: SheetView } {
    if (!this.#model || !this.#view) throw new Error('there is no paste');
    return { model: this.#model, view: this.#view };
  }
}

function samplesOf(model: PasteModel, rows: readonly RowKey[], column: number): string[] {
  const samples: string[] = [];
  for (let index = 0; index < rows.length && index < 200 && samples.length < 3; index += 1) {
    const cell = model.cell(rows[index] ?? -1, column);
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
  }
  return samples;
}

function readMapping(text: string | undefined): Mapping | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Mapping;
  } catch {
    return null; // a mapping that cannot be read is one that was never made
  }
}

function readDraft(text: string): Draft | null {
  try {
    const draft = JSON.parse(text) as Draft;
    return draft.form === 1 ? draft : null;
  } catch {
    return null; // cut off or of another version: nothing that could be shown
  }
}
