import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { storeOf } from '../../../shared/paste/cells/cellStore.ts';
import { readHtmlTable } from '../../../shared/paste/htmlTable.ts';
import { maxHtmlLength, maxTextBytes } from '../../../shared/paste/limits.ts';
import { readBytes, type ReadSource } from '../../../shared/paste/readBytes.ts';
import { isAllBlank, readFirst } from '../../../shared/paste/readTable.ts';
import type { Source, TextSource } from '../protocol.ts';
import { fetchText } from './handover.ts';

/** So much of a table in HTML tells how many columns it has. */
const htmlSample = 200_000;

/** A source of which perhaps only the beginning is here. */
export interface ReadPart extends ReadSource {
  /** Fetches the whole text; null = the table and its tokenizer have it. */
  whole: (() => Promise<Result<string>>) | null;
}

/** The first rows of whatever came: clipboard text or HTML, a delimited text file, a workbook. */
export async function readSource(source: Source): Promise<Result<ReadPart>> {
  const read = source.kind === 'text' ? await readClipboard(source) : await readFile(source);
  if (read.ok && isAllBlank(storeOf(read.value.table.records))) return fail('bad-input', 'noRows');
  return read;
}

async function readClipboard(source: TextSource): Promise<Result<ReadPart>> {
  if (source.text.length > maxTextBytes) return fail('file-too-large', 'text');
  const begun = await begin(source);
  if (!begun.ok) return begun;
  const { table } = begun.value;
  // A web page's table comes as HTML with tabs; its text alone may have lost the columns.
  const page = source.html.length > maxHtmlLength ? '' : source.html;
  const cells = page === '' ? null : readHtmlTable(page.slice(0, htmlSample));
  const width = Math.max(0, ...table.records.slice(0, 30).map((record) => record.length));
  const htmlWidth = Math.max(0, ...(cells ?? []).slice(0, 30).map((record) => record.length));
  if (cells === null || htmlWidth <= width) return ok({ ...begun.value, sheets: [], sheet: 0 });
  const token = source.rest?.html ?? null;
  const all = token === null ? ok(page) : await fetchText(token);
  if (!all.ok) return all;
  const isAll = token === null && page.length <= htmlSample;
  const records = isAll ? cells : (readHtmlTable(all.value) ?? cells);
  return ok({
    table: { records, delimiter: '', unquoted: false, notes: [] },
    tokenizer: null,
    whole: null,
    sheets: [],
    sheet: 0,
  });
}

/** Reads the beginning of a text, or all of it where the beginning does not have the first rows. */
async function begin({
  text,
  rest,
}: TextSource): Promise<Result<Pick<ReadPart, 'table' | 'tokenizer' | 'whole'>>> {
  const token = rest?.text ?? null;
  if (token === null) return ok({ ...readFirst(text), whole: null });
  const whole = (): Promise<Result<string>> => fetchText(token);
  // The last line of a beginning may be cut.
  const first = readFirst(text.slice(0, text.lastIndexOf('\n') + 1));
  if (first.tokenizer !== null) return ok({ ...first, whole });
  const all = await whole();
  return all.ok ? ok({ ...readFirst(all.value), whole: null }) : all;
}

async function readFile({ file, sheet }: Extract<Source, { kind: 'file' }>): Promise<Result<ReadPart>> {
  if (file.size > maxTextBytes) return fail('file-too-large', file.name);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail('file-unreadable', error instanceof Error ? error.message : file.name);
  }
  const read = await readBytes(bytes, file.name, () => import('hucre'), sheet, 'first');
  if (read.ok) return ok({ ...read.value, whole: null });
  return read.error.code === 'bad-input' ? fail('bad-input', 'noRows') : read;
}
