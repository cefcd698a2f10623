import type { CellMark } from './gridModel.ts';
import { runsOf } from './offer.ts';
import { roomFor } from './textRoom.ts';

/** Blank space at both sides of a cell's text, px. */
const padding = 16;

/** One cell element; only what differs from what it shows is written. */
export class GridCell {
  readonly element: HTMLDivElement;
  /** The column it stands for; -1 = none yet. */
  column = -1;
  #text = document.createTextNode('');
  #shown = '';
  #offered: string | undefined;
  #kind: CellMark['kind'] | undefined;
  #why = '';
  #className = '';
  #selected = false;
  #left = Number.NaN;
  #width = Number.NaN;
  /** Room its text needs at most, in sizes of the font. */
  #room = 0;

  constructor(parent: HTMLElement) {
    this.element = document.createElement('div');
    this.element.setAttribute('role', 'gridcell');
    this.element.append(this.#text);
    parent.append(this.element);
  }

  /** Stands for a column, `left` and `width` in px. */
  place(column: number, left: number, width: number): void {
    if (this.column !== column) {
      this.column = column;
      this.element.setAttribute('aria-colindex', String(column + 2));
    }
    const { style } = this.element;
    if (this.#left !== left) style.left = `${(this.#left = left)}px`;
    if (this.#width !== width) style.width = `${(this.#width = width)}px`;
  }

  write(text: string, mark: CellMark | undefined): void {
    const offered = mark?.offer;
    if (this.#shown === text && this.#offered === offered) return;
    this.#shown = text;
    this.#room = offered === undefined ? roomFor(text) : Number.POSITIVE_INFINITY;
    if (offered !== undefined) drawOffer(this.element, text, offered);
    else {
      if (this.#offered !== undefined) this.element.replaceChildren(this.#text);
      this.#text.data = text;
    }
    this.#offered = offered;
  }

  /** `look`: class names; `fontSize`: px. */
  dress(look: string, mark: CellMark | undefined, selected: boolean, fontSize: number): void {
    const cut = this.#room * fontSize > this.#width - padding ? ' cut' : '';
    const className = `${look}${cut}`;
    if (this.#className !== className) this.element.className = this.#className = className;
    if (this.#kind !== mark?.kind || this.#why !== (mark?.why ?? '')) {
      this.#kind = mark?.kind;
      this.#why = mark?.why ?? '';
      describe(this.element, mark);
    }
    if (this.#selected === selected) return;
    this.#selected = selected;
    if (selected) this.element.setAttribute('aria-selected', 'true');
    else this.element.removeAttribute('aria-selected');
  }

  hide(): void {
    if (this.#width === 0) return;
    this.element.style.width = `${(this.#width = 0)}px`;
  }
}

function describe(cell: HTMLElement, mark: CellMark | undefined): void {
  if (!mark) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('aria-description');
    return;
  }
  if (mark.kind === 'fault' || mark.kind === 'repair') cell.setAttribute('aria-invalid', 'true');
  else cell.removeAttribute('aria-invalid');
  cell.setAttribute('aria-description', mark.why);
}

const tags = { gone: 'del', come: 'ins' } as const;

/** The text as it is, with what would go struck out and what would come underlined. */
function drawOffer(cell: HTMLElement, was: string, value: string): void {
  cell.replaceChildren(
    ...runsOf(was, value).map(({ kind, text }) => {
      if (kind === 'kept') return document.createTextNode(text);
      const made = document.createElement(tags[kind]);
      made.className = kind;
      made.textContent = text;
      return made;
    }),
  );
}
