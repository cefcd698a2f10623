import type { ColumnLayout } from './columnLayout.ts';
import { clampWidth } from './columns.ts';
import type { GridColumn } from './gridModel.ts';
import { headSelect } from './headSelect.ts';

export interface HeadHost {
  layout: ColumnLayout;
  resize: (column: number, width: number) => void;
  /** Makes the column as wide as what is in it. */
  fit: (column: number) => void;
  select: (column: number, extend: boolean) => void;
  rowNumbers: string;
  resizeLabel: (name: string) => string;
}

const element = (className: string, role: string): HTMLDivElement => {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute('role', role);
  return made;
};

/** The head of two lines: their header small, ours below it, as a select where the column offers one. */
export function drawHead(head: HTMLElement, host: HeadHost): void {
  const row = element('g-headrow', 'row');
  row.setAttribute('aria-rowindex', '1');
  const corner = element('g-corner', 'columnheader');
  corner.setAttribute('aria-colindex', '1');
  corner.setAttribute('aria-label', host.rowNumbers);
  const cells = host.layout.columns.map((column, index) => headCell(column, index, host));
  const moving = element('g-headmove', 'presentation');
  moving.append(...cells.slice(host.layout.frozen));
  row.append(corner, ...cells.slice(0, host.layout.frozen), moving);
  head.setAttribute('role', 'rowgroup');
  head.replaceChildren(row);
}

/** Puts the head's cells where the columns are. */
export function layHead(head: HTMLElement, layout: ColumnLayout): void {
  head.querySelectorAll<HTMLElement>('.g-hcell').forEach((cell, column) => {
    cell.style.left = `${layout.left(column)}px`;
    cell.style.width = `${layout.width(column)}px`;
  });
}

/** Draws the lines at the right edges of the columns. */
export function drawLines(lines: HTMLElement, layout: ColumnLayout): void {
  lines.replaceChildren(
    ...layout.edges.slice(1).map((edge) => {
      const line = document.createElement('i');
      line.style.left = `${edge - 1}px`;
      return line;
    }),
  );
}

/** Moves the head's columns that are not frozen, and the lines; written only when it changed. */
export function moveHead(head: HTMLElement, lines: HTMLElement, scrollLeft: number): void {
  const left = `${-scrollLeft}px`;
  if (lines.style.left === left) return;
  lines.style.left = left;
  const moving = head.querySelector<HTMLElement>('.g-headmove');
  if (moving) moving.style.left = left;
}

function headCell(column: GridColumn, index: number, host: HeadHost): HTMLDivElement {
  const frozen = index < host.layout.frozen ? ' frozen' : '';
  const cell = element(`g-hcell${frozen}${column.numeric ? ' num' : ''}`, 'columnheader');
  cell.setAttribute('aria-colindex', String(index + 2));
  cell.setAttribute('aria-label', column.name || column.source);
  const source = document.createElement('span');
  source.className = 'g-src';
  source.textContent = column.source;
  source.title = column.source;
  cell.append(
    source,
    column.head ? headSelect(column.head) : plainName(column.name),
    grip(index, column, host),
  );
  source.addEventListener('mousedown', (event) => {
    event.preventDefault();
    host.select(index, event.shiftKey);
  });
  return cell;
}

function plainName(name: string): HTMLElement {
  const made = document.createElement('span');
  made.className = 'g-name';
  made.textContent = name;
  return made;
}

/** The strip at the right edge that changes the width; a double click fits it. */
function grip(index: number, column: GridColumn, host: HeadHost): HTMLElement {
  const made = document.createElement('span');
  made.className = 'g-grip';
  made.title = host.resizeLabel(column.name || column.source);
  made.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    const width = host.layout.width(index);
    made.setPointerCapture(event.pointerId);
    const drag = (moved: PointerEvent): void => {
      // A click that does not move is the first half of a double click.
      if (moved.clientX !== start) host.resize(index, clampWidth(width + moved.clientX - start));
    };
    made.addEventListener('pointermove', drag);
    made.addEventListener('lostpointercapture', () => made.removeEventListener('pointermove', drag), {
      once: true,
    });
  });
  made.addEventListener('dblclick', (event) => {
    event.stopPropagation();
    host.fit(index);
  });
  return made;
}
