import type { PasteField } from '../fields.ts';
import type { Layout } from '../layout.ts';
import type { CellEdit, Mapping, Problem, Repair, Weight } from '../pasteTypes.ts';
import { trimmed } from '../sheet.ts';
import type { Row } from '../sheet.ts';
import type { ColumnForms } from './columnForms.ts';
import type { ProductBook } from './productBook.ts';

/** What all checks of one sheet share. */
export interface CheckWorld {
  layout: Layout;
  mapping: Mapping;
  forms: ColumnForms;
  products: ProductBook;
  /** At least half of the sheet's SKUs are known products: one that is not is wrong, whatever its title says. */
  skusTell: boolean;
  /** Columns of the sheet, added ones included. */
  width: number;
  /** Columns of the source. */
  sourceWidth: number;
  paddedZips: boolean;
  isoCountries: boolean;
  countryColumnGiven: boolean;
  /** A column for yes-or-no choices or the mode is there. */
  hasChoices: boolean;
  /** Products stand in packed or numbered columns. */
  severalItems: boolean;
  /** The sheet counts the things of an order, and orders are without SKU: the SKUs of another may not be all of its things. */
  skusMayLack: boolean;
  /** Products must be known by TrepStar's number, because the orders are going to be sent. */
  needsProductIds: boolean;
}

/**
 * Letters of a cell that are looked at: more than any field may have. Patterns of words and numbers take the square of the
 * length, which of a cell with megabytes is minutes.
 */
const mostLookedAt = 4000;

type Params = Record<string, string | number>;

/**
 * One row while it is being checked: the cells as they would be after the repairs found so far. Reused for all rows,
 * so that a clean row costs no memory.
 */
export class RowCheck {
  readonly world: CheckWorld;
  row!: Row;
  /** ISO code of the country, '' = not known. */
  iso = '';
  /** Code of a known state, '' = none. */
  state = '';
  private readonly values: string[] = [];
  private readonly codes: (string | undefined)[] = [];
  private readonly unsafe: boolean[] = [];
  private readonly params: (Params | undefined)[] = [];
  private touched: number[] = [];
  private found: Problem[] = [];

  constructor(world: CheckWorld) {
    this.world = world;
  }

  begin(row: Row): void {
    for (const column of this.touched) {
      this.codes[column] = undefined;
      this.params[column] = undefined;
      this.unsafe[column] = false;
    }
    if (this.touched.length > 0) this.touched = [];
    if (this.found.length > 0) this.found = [];
    this.row = row;
    this.iso = '';
    this.state = '';
  }

  /** The cell as repaired so far; of one far too long its beginning. */
  value(column: number): string {
    if (column === -1) return '';
    const text = this.codes[column] === undefined ? this.row.cell(column) : (this.values[column] ?? '');
    return text.length > mostLookedAt ? text.slice(0, mostLookedAt) : text;
  }

  /** The same without blanks at its ends. Almost no cell has any, and calling `trim` is dear. */
  text(column: number): string {
    return trimmed(this.value(column));
  }

  /** Offers another text for the cell. The most telling code stays: text repairs give way to those of the field. */
  fix(column: number, value: string, code: string, safe: boolean, params?: Params): void {
    if (column === -1) return;
    if (this.codes[column] === undefined) this.touched.push(column);
    this.codes[column] = code;
    this.values[column] = value;
    if (!safe) this.unsafe[column] = true;
    if (params !== undefined) this.params[column] = params;
  }

  isFixed(column: number): boolean {
    return column !== -1 && this.codes[column] !== undefined;
  }

  /** Says what is wrong without a repair. */
  warn(column: number, field: PasteField, code: string, params: Params = {}, weight: Weight = 'fault'): void {
    this.push(column, field, code, weight, params, null);
  }

  /** A repair that changes several cells at once (swap, split, shift). */
  offer(
    column: number,
    field: PasteField,
    code: string,
    edits: CellEdit[],
    safe: boolean,
    params: Params = {},
  ): void {
    const own = edits.find((edit) => edit.column === column);
    this.push(column, field, code, 'repair', params, {
      value: own?.value ?? '',
      safe: safe ? 'yes' : 'ask',
      edits,
    });
    // The text repairs of these cells are part of the offer.
    for (const edit of edits) if (this.isFixed(edit.column)) this.drop(edit.column);
  }

  private drop(column: number): void {
    this.codes[column] = undefined;
    this.unsafe[column] = false;
    this.params[column] = undefined;
    this.touched = this.touched.filter((other) => other !== column);
  }

  edit(column: number, value: string): CellEdit {
    return { row: this.row.key, column, value };
  }

  /** True when an offered repair fills or changes this cell. */
  isOffered(column: number): boolean {
    return this.found.some((one) => one.repair?.edits.some((edit) => edit.column === column) === true);
  }

  get faults(): number {
    let count = 0;
    for (const problem of this.found) if (problem.weight === 'fault') count++;
    return count;
  }

  /** Nothing was found and nothing mended so far. */
  get isClean(): boolean {
    return this.found.length === 0 && this.touched.length === 0;
  }

  /** Forgets everything found so far, when one repair of the whole row explains it. */
  clear(): void {
    this.begin(this.row);
  }

  /** All problems of the row, each cell's repairs as one. */
  finish(): Problem[] {
    for (const column of this.touched) {
      const code = this.codes[column];
      const was = this.row.cell(column);
      const value = this.values[column] ?? '';
      if (code === undefined || value === was) continue;
      const field = this.fieldOf(column);
      const repair: Repair = {
        value,
        safe: this.unsafe[column] === true ? 'ask' : 'yes',
        edits: [this.edit(column, value)],
      };
      this.push(column, field, code, 'repair', this.params[column] ?? {}, repair);
    }
    return this.found;
  }

  private fieldOf(column: number): PasteField {
    for (const one of this.world.layout.checked) if (one.column === column) return one.field;
    return 'text';
  }

  private push(
    column: number,
    field: PasteField,
    code: string,
    weight: Weight,
    params: Params,
    repair: Repair | null,
  ): void {
    this.found.push({
      id: `${this.row.key}:${column}:${code}`,
      row: this.row.key,
      record: this.row.record,
      column,
      field,
      code,
      weight,
      params,
      was: column === -1 ? '' : this.row.cell(column),
      repair,
    });
  }
}
