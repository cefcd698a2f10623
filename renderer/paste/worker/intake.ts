import { ok, type AppError, type Result } from '../../../shared/contract/result.ts';
import { headerKey } from '../../../shared/paste/headerRow.ts';
import { createPasteModel, startPasteModel } from '../../../shared/paste/model/createPasteModel.ts';
import type { PasteModelInput } from '../../../shared/paste/pasteModel.ts';
import type {
  CellEdit,
  KnownProduct,
  Mapping,
  ModelSnapshot,
  Table,
} from '../../../shared/paste/pasteTypes.ts';
import { HistoryIndex, type PastOrders } from '../../../shared/paste/radar/historyIndex.ts';
import { startTable } from '../../../shared/paste/readTable.ts';
import { recognise, withMapping } from '../../../shared/paste/recognise/recognise.ts';
import type { Source } from '../protocol.ts';
import type { Draft } from './draftText.ts';
import { switchHeader } from './headerSwitch.ts';
import { readMapping, writeMapping } from './mappingText.ts';
import type { OpenSheet } from './openSheet.ts';
import { readSource, type ReadPart } from './readSource.ts';
import { buildWhole, editsIn, type EarlyEdit } from './wholeSheet.ts';

/** Rows that are shown before the others are read. */
const firstRows = 200;

type Rest = Pick<ReadPart, 'tokenizer' | 'whole'>;

/** The page has the machine for itself until its first rows are on the screen; megabytes on their way would slow it down. */
const firstLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

const emptyTable: Table = { records: [], delimiter: '', unquoted: false, notes: [] };

export interface IntakeNews {
  /** More of the source was read. */
  progressed: () => void;
  /** The rest of the source did not come; nothing of it is kept. */
  failed: (error: AppError) => void;
}

/** Where the sheet comes from: a source or a draft is read here, and becomes the open sheet. */
export class Intake {
  #sheet: OpenSheet;
  #told: IntakeNews;
  /** What the rows are checked against. */
  #products: KnownProduct[] = [];
  #past = new HistoryIndex();
  #today = 0;
  #withinDays = 30;
  #table: Table = emptyTable;
  #headers: string[] = [];
  #sheets: string[] = [];
  #chosen = 0;
  #hasSource = false;
  /** Mappings by the key of the headers they were made for. */
  #remembered = new Map<string, string>();
  /** Counts the sources, so that the work on an older one ends. */
  #job = 0;
  #whole: Promise<void> = Promise.resolve();
  /** Share of the source that was read and checked; null = all. */
  #reading: number | null = null;
  #early: EarlyEdit[][] | null = null;

  constructor(sheet: OpenSheet, told: IntakeNews) {
    this.#sheet = sheet;
    this.#told = told;
  }

  knowProducts(products: KnownProduct[], today: number, withinDays: number): void {
    this.#products = products;
    this.#today = today;
    this.#withinDays = withinDays;
  }
  addPast(page: PastOrders): void {
    this.#past.add(page);
  }
  forgetPast(): void {
    this.#past = new HistoryIndex();
  }

  knowMapping(headers: string, mapping: string): void {
    this.#remembered.set(headers, mapping);
  }

  /** Shows the first rows of the source; the others follow (`whole`). */
  async open(source: Source): Promise<Result<void>> {
    const read = await readSource(source);
    if (!read.ok) return read;
    const { table, tokenizer, whole, sheets, sheet } = read.value;
    const fresh = recognise(table.records, this.#products);
    const known = readMapping(this.#remembered.get(headerKey(fresh.headers)));
    const found = known === null ? fresh : withMapping(fresh, known);
    this.#table = table;
    this.#sheets = sheets;
    this.#chosen = sheet;
    this.#hasSource = true;
    this.#headers = found.headers;
    const many = tokenizer !== null || table.records.length > firstRows * 4;
    if (many) this.#begin({ tokenizer, whole }, found.mapping);
    else this.#make(found.mapping);
    return ok(undefined);
  }

  /** Shows the sheet of a draft, whose source is gone. */
  restore({ headers, sheet }: Draft): void {
    this.#table = emptyTable;
    this.#hasSource = false;
    this.#sheets = [];
    this.#headers = headers;
    this.#keep(sheet);
  }

  setHeader(hasHeader: boolean): void {
    const { model } = this.#sheet;
    if (!model) return;
    const { headers, snapshot } = switchHeader(
      { headers: this.#headers, snapshot: model.snapshot() },
      hasHeader,
    );
    this.#headers = headers;
    this.#keep(snapshot);
  }

  close(): void {
    this.#stopReading();
    this.#table = emptyTable;
  }

  /** The first rows at once, all rows in slices; edits of the meantime are done again in the whole sheet. */
  #begin(rest: Rest, mapping: Mapping): void {
    const table = this.#table;
    this.#make(mapping, { ...table, records: table.records.slice(0, firstRows) });
    this.#reading = 0;
    this.#early = [];
    this.#whole = this.#finish(rest, mapping, this.#job);
  }

  async #finish(rest: Rest, mapping: Mapping, job: number): Promise<void> {
    const isWanted = (): boolean => this.#job === job;
    let { tokenizer } = rest;
    if (rest.whole !== null) {
      await firstLook();
      const text = await rest.whole();
      if (!isWanted()) return;
      if (!text.ok) return this.#giveUp(text.error);
      ({ table: this.#table, tokenizer } = startTable(text.value, this.#table.notes, this.#table));
    }
    const input = this.#input(mapping);
    const model = await buildWhole(tokenizer, input, isWanted, (share) => this.#progress(share));
    if (model === null || !isWanted()) return;
    const steps = this.#early ?? [];
    this.#reading = null;
    this.#early = null;
    this.#sheet.show(model, this.#sheet.view?.which);
    this.#sheet.tell();
    for (const edits of steps) this.#sheet.apply(model.setCells(editsIn(model, edits)));
  }

  #make(mapping: Mapping, table?: Table): void {
    this.#stopReading();
    this.#sheet.show(createPasteModel(this.#input(mapping, undefined, table)));
  }
  /** All rows are there at once; they are checked in slices. */
  #keep(draft: ModelSnapshot): void {
    this.#stopReading();
    this.#sheet.show(startPasteModel(this.#input(draft.mapping, draft)));
    this.#sheet.tell();
    this.#sheet.checkAnew('columns');
  }

  #input(mapping: Mapping, draft?: ModelSnapshot, table = this.#table): PasteModelInput {
    return {
      table,
      headers: this.#headers,
      mapping,
      products: this.#products,
      history: this.history,
      today: this.#today,
      withinDays: this.#withinDays,
      needsProductIds: true,
      ...(draft ? { draft } : {}),
    };
  }

  /** null = nothing was sent before. */
  get history(): HistoryIndex | null {
    return this.#past.size > 0 ? this.#past : null;
  }

  #progress(share: number): void {
    if (share - (this.#reading ?? 0) < 0.05) return;
    this.#reading = share;
    this.#told.progressed();
  }

  #stopReading(): void {
    this.#job += 1;
    this.#reading = null;
    this.#early = null;
    this.#whole = Promise.resolve();
  }

  /** Rows that are only a beginning must not be taken for all. */
  #giveUp(error: AppError): void {
    this.close();
    this.#sheet.close();
    this.#told.failed(error);
  }

  /** Resolves when all rows of the source are there. */
  whole(): Promise<void> {
    return this.#whole;
  }
  get isReading(): boolean {
    return this.#reading !== null;
  }

  /** Edits of the first rows, to be done again in the whole sheet. */
  noteEarly(edits: readonly CellEdit[]): void {
    const columns = this.#sheet.model?.columns ?? [];
    this.#early?.push(
      edits.map((edit) => {
        const column = columns[edit.column];
        return { ...edit, added: column?.added === true ? column.header : '' };
      }),
    );
  }

  /** What is to be remembered of the columns' meanings; known here from now on. */
  mappingText(): { headerKey: string; mapping: string } {
    const key = headerKey(this.#headers);
    const mapping = writeMapping(this.#sheet.model?.mapping, this.#headers.length);
    this.knowMapping(key, mapping);
    return { headerKey: key, mapping };
  }

  get headers(): string[] {
    return this.#headers;
  }

  /** What the page shows of the source. */
  describe() {
    return {
      hasSource: this.#hasSource,
      notes: this.#table.notes,
      sheets: this.#sheets,
      sheet: this.#chosen,
      reading: this.#reading,
    };
  }
}
