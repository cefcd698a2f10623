import { CellStore } from './cells/cellStore.ts';
import { charClasses, flagsOf, look, stop } from './cells/charClasses.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

export interface TokenizeOptions {
  delimiter: string;
  /** A quote is a letter (Amazon's flat files). */
  unquoted?: boolean;
  /** Stop after so many records. */
  limit?: number;
}

/** No table has so many records; a small integer, which the engine compares faster than Infinity. */
const noLimit = 0x3fffffff;
/** Letters at a time between two looks at how far the text was read. */
const stride = 32_768;

/**
 * Reads delimited text into records, in as many steps as wanted. Quotes hold delimiters and line breaks, a doubled
 * quote is one; a quote that never closes, or stands inside (`12" record`), is a letter. Line ends: LF, CR LF, or CR
 * where the text has no LF. Blank lines are records of one empty cell; a line end at the very end starts no record.
 */
export class Tokenizer {
  readonly store: CellStore;
  /** Place in the text that is read next. */
  at: number;
  private readonly delimiter: number;
  private readonly crAlone: boolean;
  private readonly limit: number;
  private quoting: boolean;
  /** A delimiter was read, so a cell follows even when the text is at its end. */
  private pending = false;
  private estimated = false;
  private readonly classes = charClasses.slice();

  constructor(text: string, options: TokenizeOptions) {
    this.delimiter = options.delimiter.charCodeAt(0);
    this.limit = options.limit ?? noLimit;
    this.crAlone = !text.includes('\n');
    this.classes[this.delimiter] = stop;
    this.classes[this.crAlone ? CR : LF] = stop;
    this.quoting = options.unquoted !== true && text.includes('"');
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.store = new CellStore(text);
  }

  get done(): boolean {
    return (this.at >= this.store.text.length && !this.pending) || this.store.length >= this.limit;
  }

  /** Reads on until the place `until` (or a little behind it, at the end of a record). */
  read(until = Infinity): void {
    const { store, limit } = this;
    const { text } = store;
    const length = text.length;
    const end = Math.min(until, length);
    while (this.at < end && store.length < limit) {
      this.some(Math.min(end, this.at + stride));
      if (!this.estimated && store.length > 200) {
        this.estimated = true;
        store.expect(Math.ceil((store.firsts[store.length] ?? 0) * (length / this.at) * 1.15) + 1000);
      }
    }
    if (this.at >= length && this.pending && store.length < limit) {
      store.add(length, length, 0);
      store.endRecord();
      this.pending = false;
    }
  }

  private some(until: number): void {
    const { store, delimiter, crAlone, limit, quoting, classes } = this;
    const { text } = store;
    const length = text.length;
    let { starts, ends, flags, cells } = store;
    let first = store.firsts[store.length] ?? 0;
    let i = this.at;
    // A record is never left half read.
    while (i < length && store.length < limit && (i < until || cells > first)) {
      if (quoting && text.charCodeAt(i) === QUOTE && this.quoting) {
        store.cells = cells;
        const next = this.quoted(i);
        ({ starts, ends, flags, cells } = store);
        first = store.firsts[store.length] ?? 0;
        if (next !== -1) {
          i = next;
          continue;
        }
      }
      const start = i;
      let all = 0;
      let code = -1;
      while (i < length) {
        code = text.charCodeAt(i);
        const kind = classes[code] as number;
        if (kind === stop) break;
        all |= kind;
        i++;
      }
      let end = i;
      const isLast = i >= length || code !== delimiter;
      if (isLast && !crAlone && i < length && i > start && text.charCodeAt(i - 1) === CR) {
        end = i - 1;
        all = flagsOf(text, start, end);
      }
      if (cells === starts.length) {
        store.grow(cells * 2);
        ({ starts, ends, flags } = store);
      }
      starts[cells] = start;
      ends[cells] = end;
      flags[cells++] = all;
      this.pending = !isLast;
      if (isLast) {
        store.cells = cells;
        store.endRecord();
        first = cells;
      }
      i++;
    }
    store.cells = cells;
    this.at = i;
  }

  /** A cell that begins with a quote: where to go on, -1 = the quote is a letter. */
  private quoted(open: number): number {
    const { store, delimiter, crAlone } = this;
    const { text } = store;
    const close = text.indexOf('"', open + 1);
    const after = close + 1;
    let end = after;
    // Nearly always: no quote inside, and the cell ends behind the closing one.
    if (close !== -1 && endsCell(text, after, delimiter, crAlone)) {
      const flags = flagsOf(text, open + 1, close);
      if ((flags & look) !== 0 && this.swallows(text.slice(open + 1, close))) return -1;
      store.add(open + 1, close, flags);
    } else {
      const found = readQuoted(text, open, delimiter, crAlone);
      if (found === null) this.quoting = false; // no quote closes from here on
      if (found === null || this.swallows(found.value)) return -1;
      store.addText(found.value);
      end = found.end;
    }
    this.pending = end < text.length && text.charCodeAt(end) === delimiter;
    if (this.pending) return end + 1;
    store.endRecord();
    return end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }

  private swallows(value: string): boolean {
    const { store } = this;
    return swallowsRecords(value, this.delimiter, store.length === 0 ? 0 : store.widthOf(0));
  }
}

/** The first records of a text as strings (`Tokenizer`). */
export function tokenize(text: string, options: TokenizeOptions): string[][] {
  const tokenizer = new Tokenizer(text, options);
  tokenizer.read();
  return tokenizer.store.slice();
}

/** Where a quoted cell ends: its text, and the position of the delimiter, line end or end of text after it. */
interface Quoted {
  value: string;
  end: number;
}

/**
 * A "cell" with a whole line in it that has as many delimiters as a record is no cell: a stray quote swallowed rows.
 */
function swallowsRecords(value: string, delimiter: number, columns: number): boolean {
  if (columns < 4 || !value.includes('\n')) return false;
  let count = 0;
  let lines = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === delimiter) count++;
    else if (code === LF) {
      if (lines > 0 && count >= columns - 1) return true;
      lines++;
      count = 0;
    }
  }
  return false;
}

const endsCell = (text: string, at: number, delimiter: number, crAlone: boolean): boolean => {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === delimiter || code === LF || (code === CR && (crAlone || text.charCodeAt(at + 1) === LF));
};

function readQuoted(text: string, open: number, delimiter: number, crAlone: boolean): Quoted | null {
  let from = open + 1;
  let value = '';
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) return null;
    if (text.charCodeAt(close + 1) === QUOTE) {
      value += text.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    if (endsCell(text, close + 1, delimiter, crAlone))
      return { value: value + text.slice(from, close), end: close + 1 };
    // Something stands behind the quote: blanks, a literal quote inside, or text after the cell.
    let after = close + 1;
    while (text.charCodeAt(after) === 32) after++;
    if (endsCell(text, after, delimiter, crAlone))
      return { value: value + text.slice(from, close), end: after };
    if (isLiteral(text, close, delimiter, crAlone)) {
      value += text.slice(from, close + 1);
      from = close + 1;
      continue;
    }
    let end = close + 1;
    while (!endsCell(text, end, delimiter, crAlone)) end++;
    return { value: value + text.slice(from, close) + text.slice(close + 1, end), end };
  }
}

/** A quote inside a quoted cell is a letter when the cell's real closing quote follows on the same line. */
function isLiteral(text: string, close: number, delimiter: number, crAlone: boolean): boolean {
  for (let i = close + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return false;
    if (code === QUOTE) {
      const opens = text.charCodeAt(i - 1) === delimiter;
      return !opens && endsCell(text, i + 1, delimiter, crAlone);
    }
  }
  return false;
}
