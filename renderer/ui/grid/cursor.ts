import type { Area, Position } from './gridModel.ts';
import type { Command } from './keyboard.ts';
import {
  areaOf,
  at,
  cellsIn,
  inside,
  keepInside,
  move,
  walk,
  type Extent,
  type Selection,
} from './selection.ts';

export interface CursorHost {
  extent: () => Extent;
  /** Rows of one page less one. */
  pageRows: () => number;
  /** Brings a cell into view. */
  show: (position: Position) => void;
  /** Brings the first columns into view. */
  showStart: () => void;
  /** Before the place changes: what is being typed is kept. */
  leaving: () => void;
  moved: () => void;
}

/** The selected range and the active cell in it, and every way to move them. */
export class Cursor {
  selection: Selection = at(0, 0);
  active: Position = { row: 0, column: 0 };
  #host: CursorHost;

  constructor(host: CursorHost) {
    this.#host = host;
  }

  get area(): Area {
    return areaOf(this.selection);
  }

  /** After rows or columns went. */
  stayInside(): void {
    const extent = this.#host.extent();
    this.selection = keepInside(this.selection, extent);
    this.active = inside(this.active, extent);
  }

  /** Selects, with the active cell at the range's beginning, and shows its end. */
  select(selection: Selection): void {
    this.#take(selection);
    this.#host.show(selection.head);
    this.#host.moved();
  }

  /** Goes to one cell, wherever it was asked to be. */
  goTo(position: Position): void {
    this.#host.leaving();
    const there = inside(position, this.#host.extent());
    this.select(at(there.row, there.column));
  }

  /** A range that stands where the user looks already. */
  selectArea(top: number, left: number, bottom: number, right: number): void {
    const extent = this.#host.extent();
    this.#take({ anchor: { row: top, column: left }, head: inside({ row: bottom, column: right }, extent) });
    this.#host.moved();
  }

  all(): void {
    const { rows, columns } = this.#host.extent();
    this.selectArea(0, 0, rows - 1, columns - 1);
  }

  /** A whole column, or all from the range's beginning to it. */
  column(column: number, extend: boolean): void {
    this.#host.leaving();
    const from = extend ? this.selection.anchor.column : column;
    this.#take({
      anchor: { row: 0, column: from },
      head: { row: Math.max(0, this.#host.extent().rows - 1), column },
    });
    this.#host.moved();
  }

  /** The mouse went down on a cell; column -1 = the gutter, which means the whole row. */
  press(position: Position, extend: boolean): void {
    this.#host.leaving();
    const { rows, columns } = this.#host.extent();
    if (rows === 0) return;
    const anchor = extend ? this.selection.anchor : position;
    this.#take(
      position.column < 0
        ? { anchor: { row: anchor.row, column: 0 }, head: { row: position.row, column: columns - 1 } }
        : { anchor, head: position },
    );
    this.#host.moved();
  }

  /** The mouse is held down and over another cell. */
  drag(to: Position): void {
    const { anchor, head } = this.selection;
    const wide = this.#host.extent().columns;
    const wholeRows = wide > 1 && anchor.column === 0 && head.column === wide - 1;
    const column = wholeRows ? head.column : Math.max(0, to.column);
    if (to.row === head.row && column === head.column) return;
    this.selection = { anchor, head: { row: to.row, column } };
    this.#host.moved();
  }

  step(command: Extract<Command, { kind: 'move' | 'page' | 'edge' }>): void {
    const extent = this.#host.extent();
    const [rows, columns] = this.#distance(command, extent);
    this.select(move(this.selection, rows, columns, extent, command.extend));
    // The first column is frozen and always in view; whoever goes there wants to see what is beside it.
    if (command.kind === 'edge' && (command.to === 'left' || command.to === 'first')) this.#host.showStart();
  }

  /** Tab and Enter: to the next cell, inside a range round it. */
  walk(by: 'row' | 'column', back: boolean): void {
    const next = walk(this.selection, this.active, by, back, this.#host.extent());
    if (cellsIn(this.area) === 1) return this.select(at(next.row, next.column));
    this.active = next;
    this.#host.show(next);
    this.#host.moved();
  }

  #take(selection: Selection): void {
    this.selection = selection;
    this.active = selection.anchor;
  }

  #distance(
    command: Extract<Command, { kind: 'move' | 'page' | 'edge' }>,
    { rows, columns }: Extent,
  ): readonly [number, number] {
    if (command.kind === 'move') return [command.rows, command.columns];
    if (command.kind === 'page') return [this.#host.pageRows() * command.direction, 0];
    const far = {
      top: [-rows, 0],
      bottom: [rows, 0],
      left: [0, -columns],
      right: [0, columns],
      first: [-rows, -columns],
      last: [rows, columns],
    } as const;
    return far[command.to];
  }
}
