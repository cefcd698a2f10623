import type { GridRow } from './gridModel.ts';
import type { Picture } from './gridRow.ts';
import { Looks } from './looks.ts';
import { paintRows } from './rowPainter.ts';

/** What one picture of the film shows. */
export interface Shot {
  /** First and last row, and where the view stands; px. */
  rows: readonly [first: number, last: number];
  offset: number;
  rowHeight: number;
  /** Size of the view on the rows, px. */
  width: number;
  height: number;
}

/** Wider than any scroll bar, px. */
const scrollBar = 24;
const letters = '0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ @.-';

/**
 * The rows while they move, painted. New elements for a whole window are styled, laid out and painted anew in every
 * frame, which takes most of it; a painting takes a third. Elements are drawn when the rows come to rest.
 */
export class Film {
  #canvas = document.createElement('canvas');
  #pen: CanvasRenderingContext2D | null;
  #looks: Looks;
  #covered: HTMLElement;
  #scale = 0;
  /** Forced colours are the browser's alone to apply. */
  #forced = window.matchMedia('(forced-colors: active)');

  /** `covered`: what stands under the film; it is not drawn while the film runs. */
  constructor(parent: HTMLElement, covered: HTMLElement) {
    this.#covered = covered;
    this.#canvas.className = 'g-film';
    this.#canvas.hidden = true;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#pen = this.#canvas.getContext('2d', { alpha: false });
    this.#looks = new Looks(parent);
    parent.append(this.#canvas);
  }

  get runs(): boolean {
    return !this.#canvas.hidden;
  }

  /** Answers whether it could be painted. */
  paint(shot: Shot, rowOf: (row: number) => GridRow | null, picture: Picture): boolean {
    const pen = this.#pen;
    if (!pen || this.#forced.matches) return false;
    if (this.#canvas.hidden) this.#begin();
    const scale = this.#fit(shot);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    const [first, last] = shot.rows;
    const rows = Array.from({ length: last - first + 1 }, (_, index) => ({
      row: first + index,
      content: rowOf(first + index),
    }));
    const { rowHeight } = shot;
    paintRows(pen, this.#looks, {
      rows,
      top: first * rowHeight - shot.offset,
      rowHeight,
      // All of the canvas, which may be a little larger than the view.
      width: this.#canvas.width / scale,
      height: this.#canvas.height / scale,
      picture,
    });
    return true;
  }

  /** Makes the canvas and its letters ready, which the first picture would wait for. */
  warm(size: Pick<Shot, 'width' | 'height'>): void {
    const pen = this.#pen;
    if (!pen || this.runs) return;
    this.#fit(size);
    for (const part of ['g-cell', 'g-gutter']) {
      pen.font = this.#looks.of(part).font;
      pen.fillText(letters, 0, pen.measureText(letters).fontBoundingBoxAscent);
    }
  }

  end(): void {
    this.#show(false);
  }

  #begin(): void {
    this.#looks.forget();
    this.#show(true);
  }

  #show(on: boolean): void {
    this.#canvas.hidden = !on;
    this.#covered.classList.toggle('covered', on);
  }

  /** As many points as the screen has, and no less when only scroll bars came; answers how many for each px. */
  #fit({ width, height }: Pick<Shot, 'width' | 'height'>): number {
    const scale = window.devicePixelRatio;
    const { style } = this.#canvas;
    const fits = (now: number, wanted: number): boolean => wanted <= now && wanted > now - scrollBar * scale;
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.#scale !== scale || !fits(this.#canvas.width, w) || !fits(this.#canvas.height, h)) {
      this.#scale = scale;
      this.#canvas.width = w;
      this.#canvas.height = h;
      style.width = `${width}px`;
      style.height = `${height}px`;
    }
    return scale;
  }
}
