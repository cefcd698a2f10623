import { columnAt, columnsInView, edgesOf, mostInView, scrollToShow, widthsOf } from './columns.ts';
import type { GridColumn } from './gridModel.ts';

/** Room for the rows' numbers and marks at the left, px: six digits and the mark. */
export const gutterWidth = 78;

/** Where the columns stand. The first `frozen` ones stay in view; the others move under them. */
export class ColumnLayout {
  columns: readonly GridColumn[] = [];
  frozen = 0;
  /** Left edges, px from the left of the unmoved row; the last is the whole width. */
  edges: readonly number[] = [gutterWidth];
  /** Changes whenever a column or an edge does. */
  version = 0;
  #kept: Map<string, number>;

  /** `kept`: widths the user chose, by column id; filled here, kept by whoever gave it. */
  constructor(kept: Map<string, number>) {
    this.#kept = kept;
  }

  set(columns: readonly GridColumn[], frozen: number): void {
    this.columns = columns;
    this.frozen = Math.min(frozen, columns.length);
    this.#lay();
  }

  setWidth(column: number, width: number): void {
    const id = this.columns[column]?.id;
    if (id === undefined) return;
    this.#kept.set(id, width);
    this.#lay();
  }

  left(column: number): number {
    return this.edges[column] ?? 0;
  }
  width(column: number): number {
    return (this.edges[column + 1] ?? 0) - this.left(column);
  }
  get total(): number {
    return this.edges.at(-1) ?? 0;
  }
  /** Right edge of the frozen columns, px. */
  get frozenEnd(): number {
    return this.left(this.frozen);
  }

  inView(scrollLeft: number, view: number): [first: number, last: number] {
    return columnsInView(this.edges, this.frozen, scrollLeft, view);
  }
  mostInView(view: number): number {
    return mostInView(this.edges, this.frozen, view);
  }
  toShow(column: number, scrollLeft: number, view: number): number {
    return scrollToShow(this.edges, column, this.frozen, scrollLeft, view);
  }
  /** The column at a place of the view, px from its left. */
  at(x: number, scrollLeft: number): number {
    return columnAt(this.edges, x < this.frozenEnd ? x : x + scrollLeft);
  }

  #lay(): void {
    this.edges = edgesOf(widthsOf(this.columns, this.#kept), gutterWidth);
    this.version += 1;
  }
}
