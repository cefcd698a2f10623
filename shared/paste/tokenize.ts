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

/** Where a quoted cell ends: its text, and the position of the delimiter, line end or end of text after it. */
interface Quoted {
  value: string;
  end: number;
}

/**
 * Delimited text to records. Quotes hold delimiters and line breaks, a doubled quote is one; a quote that never
 * closes, or stands inside (`12" record`), is a letter. Line ends: LF, CR LF, or CR where the text has no LF.
 * Blank lines are records of one empty cell; a line end at the very end starts no record.
 */
export function tokenize(text: string, options: TokenizeOptions): string[][] {
  const separator = options.delimiter;
  const delimiter = separator.charCodeAt(0);
  const limit = options.limit ?? Infinity;
  const crAlone = !text.includes('\n');
  const lineEnd = crAlone ? '\r' : '\n';
  let quoting = options.unquoted !== true && text.includes('"');
  const records: string[][] = [];
  const length = text.length;
  const find = (what: string, from: number): number => {
    const at = text.indexOf(what, from);
    return at === -1 ? length : at;
  };
  let record: string[] = [];
  let i = 0;
  let line = find(lineEnd, 0);
  let next = find(separator, 0);
  // `pending`: a delimiter was read, so a cell follows even when the text is at its end.
  let pending = false;
  while (i < length) {
    if (quoting && text.charCodeAt(i) === QUOTE) {
      const quoted = readQuoted(text, i, delimiter, crAlone);
      if (quoted === null) quoting = false; // no quote closes from here on
      if (quoted !== null && !swallowsRecords(quoted.value, delimiter, records[0]?.length ?? 0)) {
        record.push(quoted.value);
        i = quoted.end;
        pending = i < length && text.charCodeAt(i) === delimiter;
        if (pending) {
          i++;
        } else {
          records.push(record);
          if (records.length >= limit) return records;
          record = [];
          i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
        }
        if (line < i) line = find(lineEnd, i);
        if (next < i) next = find(separator, i);
        continue;
      }
    }
    if (next < line) {
      record.push(text.slice(i, next));
      i = next + 1;
      pending = true;
      next = find(separator, i);
      continue;
    }
    const end = !crAlone && line < length && line > i && text.charCodeAt(line - 1) === CR ? line - 1 : line;
    record.push(text.slice(i, end));
    records.push(record);
    if (records.length >= limit) return records;
    record = [];
    pending = false;
    i = line + 1;
    line = find(lineEnd, i);
  }
  if (pending || record.length > 0) {
    record.push('');
    records.push(record);
  }
  return records;
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
