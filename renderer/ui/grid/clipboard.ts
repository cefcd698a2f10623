import { guardCell, unguardCell } from '../../../shared/paste/attention.ts';
import type { Area } from './gridModel.ts';

/** Cells that hold a tab, a quote or a line break are quoted, as Excel and LibreOffice write them. */
function quoted(raw: string): string {
  // What a spreadsheet would run never leaves alive; pasted back here it is what it was.
  const cell = guardCell(raw);
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export const toTsv = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.map(quoted).join('\t')).join('\r\n');

const escaped = (cell: string): string =>
  cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** A table whose cells say that they are text, so that a spreadsheet does not eat leading zeros again. */
export const toHtml = (cells: readonly (readonly string[])[]): string =>
  `<table>${cells
    .map(
      (row) =>
        `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${escaped(guardCell(cell))}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;

/** Tab-separated text of a clipboard as cells. The line break at the very end belongs to the last row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = text.length;
  while (at <= end) {
    let cell: string;
    if (text[at] === '"') {
      [cell, at] = readQuoted(text, at);
    } else {
      const from = at;
      while (at < end && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
      cell = text.slice(from, at);
    }
    row.push(unguardCell(cell));
    if (at >= end) break;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    rows.push(row);
    row = [];
    if (at >= end) return rows;
  }
  rows.push(row);
  return rows;
}

/** From an opening quote; a quote that never closes was only a letter. */
function readQuoted(text: string, from: number): [cell: string, next: number] {
  let at = from + 1;
  let cell = '';
  while (at < text.length) {
    const close = text.indexOf('"', at);
    if (close === -1) break;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const after = text[close + 1];
      if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') break;
      return [cell, close + 1];
    }
    cell += '"';
    at = close + 2;
  }
  let stop = from;
  while (stop < text.length && !/[\t\r\n]/.test(text[stop] ?? '')) stop += 1;
  return [text.slice(from, stop), stop];
}

/** What a paste covers: one copied cell fills a selected range, several rows repeat when the range is a multiple. */
export function spread(
  cells: readonly (readonly string[])[],
  rows: number,
  columns: number,
): readonly (readonly string[])[] {
  const height = cells.length;
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (height === 0 || width === 0 || (rows === 1 && columns === 1)) return cells;
  if (rows % height !== 0 || columns % width !== 0) return cells;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => cells[r % height]?.[c % width] ?? ''),
  );
}

/** Beyond this many cells only text is copied: a table of HTML would be ten times as long. */
const mostHtmlCells = 50_000;

/** What a copied range is on the clipboard; '' = no HTML. */
export function asCopied(cells: readonly (readonly string[])[]): { text: string; html: string } {
  const many = cells.length * (cells[0]?.length ?? 0) > mostHtmlCells;
  return { text: toTsv(cells), html: many ? '' : toHtml(cells) };
}

/** Where pasted text goes: over the range when it fits in it a whole number of times, else from its corner on. */
export function pasteOver(area: Area, text: string): { cells: readonly (readonly string[])[]; area: Area } {
  const { top, left, bottom, right } = area;
  const cells = spread(fromTsv(text), bottom - top + 1, right - left + 1);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    cells,
    area: { top, left, bottom: top + cells.length - 1, right: left + Math.max(1, width) - 1 },
  };
}
