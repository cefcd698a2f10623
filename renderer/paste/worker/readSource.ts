import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { storeOf } from '../../../shared/paste/cells/cellStore.ts';
import { readHtmlTable } from '../../../shared/paste/htmlTable.ts';
import { maxTextBytes, readBytes, type ReadSource } from '../../../shared/paste/readBytes.ts';
import { isAllBlank, readFirst } from '../../../shared/paste/readTable.ts';
import type { Source } from '../protocol.ts';

/** So much of a table in HTML tells how many columns it has. */
const htmlSample = 200_000;

/** The first rows of whatever came: clipboard text or HTML, a delimited text file, a workbook. */
export async function readSource(source: Source): Promise<Result<ReadSource>> {
  const read = source.kind === 'text' ? readClipboard(source.text, source.html) : await readFile(source);
  if (read.ok && isAllBlank(storeOf(read.value.table.records))) return fail('bad-input', 'noRows');
  return read;
}

function readClipboard(text: string, html: string): Result<ReadSource> {
  if (text.length > maxTextBytes) return fail('file-too-large', 'text');
  const { table, tokenizer } = readFirst(text);
  // A web page's table comes as HTML with tabs; its text alone may have lost the columns.
  const page = html.length > maxTextBytes / 4 ? '' : html;
  const cells = page === '' ? null : readHtmlTable(page.slice(0, htmlSample));
  const width = Math.max(0, ...table.records.slice(0, 30).map((record) => record.length));
  const htmlWidth = Math.max(0, ...(cells ?? []).slice(0, 30).map((record) => record.length));
  if (cells === null || htmlWidth <= width) return ok({ table, tokenizer, sheets: [], sheet: 0 });
  const records = page.length > htmlSample ? (readHtmlTable(page) ?? cells) : cells;
  return ok({
    table: { records, delimiter: '', unquoted: false, notes: [] },
    tokenizer: null,
    sheets: [],
    sheet: 0,
  });
}

async function readFile({ file, sheet }: Extract<Source, { kind: 'file' }>): Promise<Result<ReadSource>> {
  if (file.size > maxTextBytes) return fail('file-too-large', file.name);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail('file-unreadable', error instanceof Error ? error.message : file.name);
  }
  const read = await readBytes(bytes, file.name, () => import('hucre'), sheet, 'first');
  return !read.ok && read.error.code === 'bad-input' ? fail('bad-input', 'noRows') : read;
}
