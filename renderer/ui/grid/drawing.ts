import { Film } from './film.ts';
import type { Area } from './gridModel.ts';
import type { GridParts } from './gridParts.ts';
import type { Picture } from './gridRow.ts';
import { moveHead } from './headRow.ts';
import type { PopoverPlace } from './popoverPlace.ts';
import { isInside } from './selection.ts';

/** How long the last picture stays when the rows of the next are late, ms; then rows are drawn with numbers alone. */
const patience = 300;
/** How long nothing moved when rows rest, ms. */
const restAfter = 150;
/** So many rows get their elements in one frame; more are painted first, and get them in the next frames. */
const atOnce = 8;

/** Draws one frame: rows, cells, the active cell's mark, and what hangs on it. Nothing is read from the page here. */
export class Drawing {
  /** Area that would be filled, while the mouse drags it. */
  fillTo: Area | null = null;
  #parts: GridParts;
  #popover: PopoverPlace;
  #handle: HTMLElement;
  #activeElement: HTMLElement | null = null;
  /** The offset whose rows were asked for while others came in view; null = none are late. */
  #awaited: number | null = null;
  #awaitedSince = 0;
  /** Where the last picture was drawn. */
  #drawn = { offset: 0, left: 0 };
  #film: Film;
  /** It moved, and moved before less than a rest ago: it is painted, not drawn. */
  #moves = false;
  /** The next move begins anew. */
  #anew = false;
  /** Elements may stand in another order than their rows. */
  #mixed = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #idle: number;
  #version = 1;
  #key = '';

  constructor(parts: GridParts, popover: PopoverPlace) {
    this.#parts = parts;
    this.#popover = popover;
    this.#handle = document.createElement('i');
    this.#handle.className = 'g-fill';
    this.#film = new Film(parts.view.body, parts.view.strip);
    const { view } = parts;
    this.#idle = requestIdleCallback(() =>
      this.#film.warm({ width: view.size.width, height: view.viewHeight }),
    );
  }

  draw(): void {
    const offset = this.#offsetToDraw();
    if (offset !== null) {
      this.#follow(offset);
      const picture = this.#picture();
      moveHead(this.#parts.view.head, this.#parts.view.lines, this.#parts.view.left);
      if (!this.#moves || !this.#paint(picture)) this.#drawRows(picture);
    }
    const rect = this.#activeRect();
    // Out of the way of what moves, unless one writes in it.
    if (!this.#film.runs || this.#parts.editor.editing) this.#parts.editor.place(rect);
    this.#popover.place(rect, this.#parts.view.size, this.#parts.view.headHeight);
  }

  destroy(): void {
    clearTimeout(this.#rest);
    cancelIdleCallback(this.#idle);
  }

  /** A key pressed anew, or the mouse: the next picture is drawn as elements, however soon it comes. */
  settle(): void {
    this.#anew = true;
    this.#moves = false;
    if (this.#film.runs) this.#parts.view.requestDraw();
  }

  /** One move is drawn as it is; what moves again before it rested is in motion. */
  #follow(offset: number): void {
    const { left } = this.#parts.view;
    const anew = this.#anew;
    this.#anew = false;
    if (offset === this.#drawn.offset && left === this.#drawn.left) return;
    this.#drawn = { offset, left };
    this.#moves = this.#rest !== undefined && !anew;
    this.#mixed = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rests(), restAfter);
  }

  #rests(): void {
    this.#rest = undefined;
    this.#moves = false;
    this.#parts.view.placeBars();
    this.#parts.view.requestDraw();
  }

  #paint(picture: Picture): boolean {
    const { view, model } = this.#parts;
    const { offset } = this.#drawn;
    const { rowHeight, viewHeight: height } = view;
    const shot = { rows: view.inView(offset), offset, rowHeight, width: view.size.width, height };
    return this.#film.paint(shot, (row) => model.row(row), picture);
  }

  /** As elements; a whole window of new ones is painted at once, and they follow under the painting. */
  #drawRows(picture: Picture): void {
    const { view, pool, model, cursor } = this.#parts;
    const { offset } = this.#drawn;
    const inView = view.inView(offset);
    const ran = this.#film.runs;
    const many = pool.missing(inView, model.rowCount).length > atOnce && this.#paint(picture);
    const left = pool.draw(
      inView,
      model.rowCount === 0 ? -1 : cursor.active.row,
      { rows: model.rowCount, rowHeight: view.rowHeight, offset },
      (row) => model.row(row),
      picture,
      // Where the painting is new it has the frame for itself, but for the row one stands on.
      many ? (ran ? atOnce : 1) : Number.POSITIVE_INFINITY,
    );
    this.#drawActive();
    this.#mixed ||= many;
    if (left > 0) view.requestDraw();
    else this.#rested();
  }

  /** All rows stand as elements. */
  #rested(): void {
    if (this.#film.runs) this.#film.end();
    if (!this.#mixed || this.#rest !== undefined) return;
    this.#mixed = false;
    this.#parts.pool.restoreOrder();
  }

  /** The active cell, px in the host. */
  #activeRect(): { left: number; top: number; width: number; height: number } {
    const { view, layout, cursor } = this.#parts;
    const { row, column } = cursor.active;
    return {
      left: layout.left(column) - (column < layout.frozen ? 0 : view.left),
      top: row * view.rowHeight - this.#drawn.offset + view.headHeight,
      width: layout.width(column),
      height: view.rowHeight,
    };
  }

  /**
   * The offset to draw at: where the view is when its rows are here; the place asked for before when those have come
   * meanwhile, so that a fast scroll shows rows all along; null = leave the last picture a little longer.
   */
  #offsetToDraw(): number | null {
    const { view, model } = this.#parts;
    const [first, last] = view.inView();
    model.prefetch?.(first, last, Math.sign(view.offset - this.#drawn.offset));
    if (this.#areHere(first, last)) {
      this.#awaited = null;
      return view.offset;
    }
    const now = performance.now();
    if (this.#awaited === null) this.#awaitedSince = now;
    else if (this.#areHere(...view.inView(this.#awaited))) {
      const reached = this.#awaited;
      this.#awaited = view.offset;
      this.#awaitedSince = now;
      return reached;
    }
    this.#awaited ??= view.offset;
    // Looks again in the next frame, whether or not rows come.
    view.requestDraw();
    return now - this.#awaitedSince < patience ? null : view.offset;
  }

  #areHere(first: number, last: number): boolean {
    for (let row = first; row <= last; row += 1) if (this.#parts.model.row(row) === null) return false;
    return true;
  }

  #picture(): Picture {
    const { view, layout, cursor } = this.#parts;
    const area = this.fillTo ?? cursor.area;
    const { active } = cursor;
    const columns = layout.inView(view.left, view.size.width);
    const key = [
      layout.version,
      view.fontSize,
      view.left,
      view.size.width,
      ...Object.values(area),
      active.row,
      active.column,
    ]
      .join()
      .concat(String(columns));
    if (key !== this.#key) {
      this.#key = key;
      this.#version += 1;
    }
    return {
      layout,
      columns,
      room: layout.mostInView(view.size.width),
      left: view.left,
      fontSize: view.fontSize,
      keep: active.column,
      isSelected: (row, column) => isInside(area, row, column),
      isActive: (row, column) => row === active.row && column === active.column,
      version: this.#version,
    };
  }

  #drawActive(): void {
    const { pool, cursor, editor, options } = this.#parts;
    const element = pool.cellElement(cursor.active.row, cursor.active.column);
    const id = `${options.id}-active`;
    if (this.#activeElement !== element) {
      this.#activeElement?.removeAttribute('id');
      this.#activeElement = element;
      if (element) element.id = id;
    }
    if (!editor.editing) editor.pointAt(element ? id : null);
    const { bottom, right } = cursor.area;
    const corner = pool.cellElement(bottom, right);
    if (!corner) this.#handle.remove();
    else if (this.#handle.parentElement !== corner) corner.append(this.#handle);
  }
}
