import { clampWidth } from './columns.ts';
import type { GridColumn } from './gridModel.ts';

export interface HeadHost {
  resize: (column: number, width: number, done: boolean) => void;
  select: (column: number, extend: boolean) => void;
  widthOf: (column: number) => number;
  rowNumbers: string;
  resizeLabel: (name: string) => string;
}

/** The head of two lines: their header small, ours below it, as a select where the column offers one. */
export function drawHead(
  head: HTMLElement,
  columns: readonly GridColumn[],
  frozen: readonly number[],
  host: HeadHost,
): void {
  const row = document.createElement('div');
  row.className = 'g-headrow';
  row.setAttribute('role', 'row');
  row.setAttribute('aria-rowindex', '1');
  const corner = document.createElement('div');
  corner.className = 'g-corner';
  corner.setAttribute('role', 'columnheader');
  corner.setAttribute('aria-colindex', '1');
  corner.setAttribute('aria-label', host.rowNumbers);
  row.append(corner, ...columns.map((column, index) => headCell(column, index, frozen[index], host)));
  head.setAttribute('role', 'rowgroup');
  head.replaceChildren(row);
}

function headCell(
  column: GridColumn,
  index: number,
  left: number | undefined,
  host: HeadHost,
): HTMLDivElement {
  const cell = document.createElement('div');
  cell.className = `g-hcell${left === undefined ? '' : ' frozen'}${column.numeric ? ' num' : ''}`;
  cell.setAttribute('role', 'columnheader');
  cell.setAttribute('aria-colindex', String(index + 2));
  cell.setAttribute('aria-label', column.name || column.source);
  if (left !== undefined) cell.style.left = `${left}px`;
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

function headSelect(head: NonNullable<GridColumn['head']>): HTMLElement {
  const select = document.createElement('select');
  select.className = 'g-select';
  select.setAttribute('aria-label', head.label);
  for (const choice of head.choices) {
    const option = document.createElement('option');
    option.value = choice.value;
    option.textContent = choice.label;
    select.append(option);
  }
  select.value = head.value;
  select.addEventListener('change', () => head.onChange(select.value));
  return select;
}

/** The strip at the right edge that changes the width. */
function grip(index: number, column: GridColumn, host: HeadHost): HTMLElement {
  const made = document.createElement('span');
  made.className = 'g-grip';
  made.title = host.resizeLabel(column.name || column.source);
  made.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    const width = host.widthOf(index);
    made.setPointerCapture(event.pointerId);
    const drag = (moved: PointerEvent): void =>
      host.resize(index, clampWidth(width + moved.clientX - start), false);
    const drop = (moved: PointerEvent): void => {
      made.removeEventListener('pointermove', drag);
      host.resize(index, clampWidth(width + moved.clientX - start), true);
    };
    made.addEventListener('pointermove', drag);
    made.addEventListener('pointerup', drop, { once: true });
  });
  return made;
}
