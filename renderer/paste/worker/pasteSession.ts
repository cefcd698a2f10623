import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { ColumnRole, PasteField } from '../../../shared/paste/fields.ts';
import type { KnownProduct, RowKey } from '../../../shared/paste/pasteTypes.ts';
import type { PastOrders } from '../../../shared/paste/radar/historyIndex.ts';
import type { Area, CellChange, FindQuery, Position } from '../../ui/grid/gridModel.ts';
import {
  rowsAtFirst,
  type CallName,
  type DraftHead,
  type NewSheet,
  type PasteCalls,
  type Review,
  type RowsAnswer,
  type RowsShown,
  type SendRow,
  type SendTerms,
  type SheetState,
  type ShownRow,
  type Source,
} from '../protocol.ts';
import { writeAttention } from './attentionText.ts';
import { describeSheet, type Described } from './describeSheet.ts';
import { readDraft, writeDraft } from './draftText.ts';
import { copyCells, deleteRows, editsOf, fillCells, fillDown, insertRows, pasteCells } from './editCells.ts';
import { fetchText, postBytes } from './handover.ts';
import { Intake, type IntakeNews } from './intake.ts';
import { listOf } from './listText.ts';
import { OpenSheet } from './openSheet.ts';
import { findCell, findProblem, replacements } from './search.ts';
import { isSamePlan, planAgain, planOrders, planPositions, reviewOrders } from './sendPlan.ts';
import { Slices } from './slices.ts';

/** Calls that have an answer while only the first rows are there. */
export const forFirstRows: ReadonlySet<CallName> = new Set<CallName>([
  'knowMappings',
  'open',
  'restoreFrom',
  'close',
  'setLanguage',
  'mappingText',
  'rows',
  'change',
  'positionOf',
]);

/** The paste as it is worked on, call by call; lives in the worker, so that the page never waits for it. */
export class PasteSession implements PasteCalls {
  #sheet: OpenSheet;
  #intake: Intake;
  #words: Record<string, unknown> = {};
  /** Written and on its way to disk. */
  #draft: Blob | null = null;
  #described: Described | null = null;

  /** `changed`: rows or cells did. */
  constructor(changed: (rowCount: number) => void, news: Partial<IntakeNews> = {}) {
    const quiet = (): void => undefined;
    const { progressed = quiet, failed = quiet } = news;
    this.#sheet = new OpenSheet(changed, progressed);
    this.#intake = new Intake(this.#sheet, { progressed, failed });
  }

  get version(): number {
    return this.#sheet.version;
  }

  knowMappings(known: { headerKey: string; mapping: string }[]): void {
    for (const { headerKey, mapping } of known) this.#intake.knowMapping(headerKey, mapping);
  }
  async open(source: Source): Promise<Result<NewSheet>> {
    const opened = await this.#intake.open(source);
    return opened.ok ? ok(this.#newSheet()) : opened;
  }
  /** Resolves when all rows are there and checked; only `forFirstRows` calls have an answer before. */
  async whole(): Promise<void> {
    while (this.isBusy) {
      await this.#intake.whole();
      await this.#sheet.checked();
    }
  }
  /** Rows are still read, or checked anew. */
  get isBusy(): boolean {
    return this.#intake.isReading || this.#sheet.checking !== null;
  }

  /** Brings back what `takeDraft` of another run left under the token. */
  async restoreFrom(token: string): Promise<Result<{ head: DraftHead; sheet: NewSheet }>> {
    const text = await fetchText(token);
    const head = text.ok ? this.restore(text.value) : text;
    return head.ok ? ok({ head: head.value, sheet: this.#newSheet() }) : head;
  }
  restore(text: string): Result<DraftHead> {
    const draft = readDraft(text);
    if (draft === null) return fail('not-found', 'draft');
    this.#described = null;
    this.#intake.restore(draft);
    const { batchId, nextRow, label, accountId, mode, step, sending, sent } = draft;
    if (sending) {
      this.#sheet.plan = planAgain(this.#sheet.need().model, draft.plan, sending);
      if (this.#sheet.plan.length !== draft.plan.length) return fail('conflict', 'draft');
    }
    return ok({ batchId, nextRow, label, accountId, mode, step, sending, sent });
  }

  /**
   * Writes the draft, in slices between which the page is answered, for `postDraft`. All of it is of one moment: when
   * something changes meanwhile it is begun anew, and when another sheet takes the place it is none (false).
   */
  async writeDraft(head: DraftHead): Promise<boolean> {
    const { model } = this.#sheet;
    this.#draft = null;
    for (let turn = 1; model !== null && model === this.#sheet.model; turn += 1) {
      const { version } = this;
      const slices = new Slices();
      const pieces: BlobPart[] = [];
      const plan = head.sending ? planPositions(model, this.#sheet.plan) : [];
      for (const piece of writeDraft({ ...head, headers: this.#intake.headers, plan }, model)) {
        pieces.push(piece);
        // Under hands that never rest it is written at once in the end.
        if (turn < 3) await slices.rest();
        if (version !== this.version) break;
      }
      if (version !== this.version) continue;
      this.#draft = new Blob(pieces);
      return true;
    }
    return false;
  }
  async postDraft(token: string): Promise<Result<void>> {
    const draft = this.#draft;
    this.#draft = null;
    return draft === null ? fail('not-found', 'draft') : postBytes(token, draft);
  }

  close(): void {
    this.#intake.close();
    this.#sheet.close();
  }

  setLanguage(words: Record<string, unknown>): void {
    this.#words = words;
  }
  setProducts(products: KnownProduct[], today: number, withinDays: number): void {
    this.#intake.knowProducts(products, today, withinDays);
    this.#sheet.model?.setProducts(products);
    this.#sheet.checkAnew('columns');
  }
  addPast(page: PastOrders, more: boolean): void {
    this.#intake.addPast(page);
    if (more) return;
    this.#sheet.model?.setHistory(this.#intake.history);
    this.#sheet.checkAnew();
  }
  forgetPast(): void {
    this.#intake.forgetPast();
  }

  setRole(column: number, role: ColumnRole): void {
    const { model } = this.#sheet;
    if (!model) return;
    const roles = [...model.mapping.roles];
    roles[column] = role;
    this.#sheet.remap({ ...model.mapping, roles });
  }
  setConstant(field: PasteField, value: string): void {
    const { model } = this.#sheet;
    if (!model) return;
    const constants = { ...model.mapping.constants };
    if (value === '') delete constants[field];
    else constants[field] = value;
    this.#sheet.remap({ ...model.mapping, constants });
  }
  setHeader(hasHeader: boolean): void {
    this.#intake.setHeader(hasHeader);
  }
  mappingText(): { headerKey: string; mapping: string } {
    return this.#intake.mappingText();
  }

  rows(first: number, last: number): RowsAnswer {
    const rows: ShownRow[] = [];
    for (let index = first; index <= last; index += 1) {
      const row = this.#sheet.view?.row(index);
      if (row) rows.push(row);
    }
    return { version: this.version, first, rows };
  }
  showRows(which: RowsShown): void {
    if (this.#sheet.view) this.#sheet.view.which = which;
    this.#sheet.arrange();
  }
  positionOf(key: RowKey, column: number): Position | null {
    const { view } = this.#sheet.need();
    const row = view.keys.indexOf(key);
    return row < 0 ? null : { row, column: Math.max(0, view.shown.indexOf(column)) };
  }

  change(changes: CellChange[]): void {
    const { model, view } = this.#sheet.need();
    const edits = editsOf(view, changes);
    this.#intake.noteEarly(edits);
    this.#sheet.apply(model.setCells(edits));
  }
  copyText(area: Area): { text: string; html: string } {
    return copyCells(this.#sheet, area);
  }
  fill(area: Area, value: string): void {
    fillCells(this.#sheet, area, value);
  }
  paste(over: Area, text: string): Area {
    return pasteCells(this.#sheet, over, text);
  }
  fillDown(area: Area, sourceRows: number): void {
    fillDown(this.#sheet, area, sourceRows);
  }
  insertRows(at: number, count: number): void {
    insertRows(this.#sheet, at, count);
  }
  deleteRows(first: number, last: number): void {
    deleteRows(this.#sheet, first, last);
  }
  undo(): void {
    this.#sheet.undo();
  }
  redo(): void {
    this.#sheet.redo();
  }

  find(query: FindQuery, from: Position, back: boolean): Position | null {
    const { model, view } = this.#sheet.need();
    return findCell(model, view, query, from, back);
  }
  replace(query: FindQuery, by: string, at: Position | null): number {
    const { model, view } = this.#sheet.need();
    const edits = replacements(model, view, query, by, at);
    if (edits.length > 0) this.#sheet.apply(model.setCells(edits));
    return edits.length;
  }
  nextProblem(from: Position, back: boolean): Position | null {
    const { model, view } = this.#sheet.need();
    return findProblem(model, view, from, back);
  }

  takeRepair(ids: string[]): void {
    this.#sheet.repaired += ids.length;
    this.#sheet.apply(this.#sheet.model?.takeRepairs(ids));
    this.#sheet.arrange();
  }
  takeAll(code: string): void {
    const { model } = this.#sheet;
    this.#sheet.repaired += model?.repairGroups().find((group) => group.code === code)?.count ?? 0;
    this.#sheet.apply(model?.takeAll(code));
    this.#sheet.arrange();
  }
  leave(ids: string[]): void {
    this.#sheet.apply(this.#sheet.model?.leave(ids));
  }
  leaveAll(code: string): void {
    const { model } = this.#sheet.need();
    this.leave(model.problems({ code }).flatMap((one) => (one.weight === 'fault' ? [] : [one.id])));
  }
  include(rows: RowKey[], on: boolean): void {
    this.#sheet.apply(this.#sheet.model?.include(rows, on));
  }

  review(terms: SendTerms, used: string[]): Review {
    return reviewOrders(this.#sheet, terms, used);
  }
  plan(terms: SendTerms, used: string[]): { orders: number; isSame: boolean } {
    const before = this.#sheet.plan;
    const plan = planOrders(this.#sheet.need().model, terms, used);
    this.#sheet.plan = plan;
    return { orders: plan.length, isSame: isSamePlan(before, plan) };
  }
  planned(): { orders: number; copies: number } {
    const { plan } = this.#sheet;
    const copies = plan.flatMap(({ order }) => order.lines).reduce((sum, line) => sum + line.quantity, 0);
    return { orders: plan.length, copies };
  }
  batch(from: number, limit: number): SendRow[] {
    return this.#sheet.plan.slice(from, from + limit);
  }
  sent(rows: RowKey[]): void {
    this.#sheet.model?.removeSent(rows);
    // What was sent cannot come back by undo.
    this.#sheet.forgetUndo();
    this.#sheet.arrange();
  }

  attentionText(): { text: string; html: string; csv: string; rows: number } {
    return writeAttention(this.#sheet.need().model, this.#words);
  }
  /** What the plan would send, as a table with tabs: one line for each product. */
  listText(from: number, limit: number): string {
    return listOf(this.batch(from, limit));
  }

  #newSheet(): NewSheet {
    const state = this.state();
    if (!state) throw new Error('there is no paste');
    return { state, firstRows: this.rows(0, rowsAtFirst - 1) };
  }

  /** null = there is no paste. */
  state(): SheetState | null {
    const { model, view, version, canUndo, canRedo, checking } = this.#sheet;
    if (!model || !view) return null;
    this.#described = describeSheet(model, view, this.#described);
    return { ...this.#described, ...this.#intake.describe(), version, canUndo, canRedo, checking };
  }
}
