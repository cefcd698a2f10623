import { decodeEntities } from './text/entities.ts';

/** The most cells a hostile colspan or rowspan may make. */
const maxSpan = 1000;

interface Carry {
  left: number;
}

/** Index just behind the tag that opens at `at` (quotes in attributes respected). */
function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < html.length; i++) {
    const c = html[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return html.length;
}

const spanOf = (tag: string, name: string): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'iu').exec(tag)?.[1];
  const value = found === undefined ? 1 : Number(found);
  return value >= 1 && value <= maxSpan ? value : 1;
};

const tidy = (text: string): string =>
  decodeEntities(text)
    .replaceAll(/[ \t]*\n[ \t]*/gu, '\n')
    .trim();

/**
 * The first table of clipboard HTML (Excel, LibreOffice, Numbers, Google Sheets put one) as records, by a scanner
 * that builds no DOM and runs nothing. Merged cells: the text stands in the first cell, the others are empty.
 * null = no table in it.
 */
export function readHtmlTable(html: string): string[][] | null {
  const start = html.search(/<table[\s>]/iu);
  if (start === -1) return null;
  const records: string[][] = [];
  let record: string[] | null = null;
  let carries: (Carry | undefined)[] = [];
  let text: string | null = null;
  let colspan = 1;
  let rowspan = 1;
  let depth = 0;

  const skipCarried = (row: string[]): void => {
    for (;;) {
      const carry = carries[row.length];
      if (carry === undefined || carry.left <= 0) return;
      carry.left--;
      row.push('');
    }
  };
  const closeCell = (): void => {
    if (record === null || text === null) return;
    skipCarried(record);
    const value = tidy(text);
    for (let k = 0; k < colspan; k++) {
      if (rowspan > 1) carries[record.length] = { left: rowspan - 1 };
      record.push(k === 0 ? value : '');
    }
    text = null;
  };
  const closeRow = (): void => {
    closeCell();
    if (record !== null) {
      skipCarried(record);
      records.push(record);
    }
    record = null;
  };

  let i = start;
  while (i < html.length) {
    const open = html.indexOf('<', i);
    const stop = open === -1 ? html.length : open;
    if (text !== null) text += html.slice(i, stop).replaceAll(/[\r\n\t ]+/gu, ' ');
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      i = end === -1 ? html.length : end + 3;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = html.slice(open, end);
    const name = /^<\/?([a-z][a-z0-9]*)/iu.exec(tag)?.[1]?.toLowerCase() ?? '';
    const closing = tag.startsWith('</');
    i = end;
    if (name === 'script' || name === 'style') {
      const close = closing ? -1 : html.toLowerCase().indexOf(`</${name}`, end);
      if (!closing) i = close === -1 ? html.length : close;
    } else if (name === 'table') {
      depth += closing ? -1 : 1;
      if (closing && depth === 0) break;
      if (!closing && depth === 1) carries = [];
    } else if (depth > 1) {
      if (text !== null && (name === 'td' || name === 'tr')) text += ' '; // a table inside a cell is just text
    } else if (name === 'tr') {
      closeRow();
      if (!closing) record = [];
    } else if (name === 'td' || name === 'th') {
      closeCell();
      if (!closing) {
        record ??= [];
        text = '';
        colspan = spanOf(tag, 'colspan');
        rowspan = spanOf(tag, 'rowspan');
      }
    } else if (text !== null && (name === 'br' || ((name === 'p' || name === 'div') && text !== ''))) {
      if (name === 'br' || !closing) text += '\n';
    }
  }
  closeRow();
  return records;
}
