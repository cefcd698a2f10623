import { open, rename, rm, writeFile } from 'node:fs/promises';
import { XlsxStreamWriter } from 'hucre/xlsx';
import type { HistoryFilter, HistoryItem } from '../../../shared/contract/history.ts';
import type { DbClient } from '../../db/client.ts';
import type { HistoryCursor } from '../../db/queries/history.ts';
import { historyColumns } from './historyColumns.ts';
import { csvHead, csvRows, jsonRows } from './writeCsv.ts';

export type ExportFormat = 'csv' | 'jsonl' | 'xlsx';

const pageSize = 500;

/** All lines that a filter shows, newest first, page by page. */
async function* pages(db: Pick<DbClient, 'call'>, filter: HistoryFilter): AsyncGenerator<HistoryItem[]> {
  let cursor: HistoryCursor | null = null;
  do {
    const page: { items: HistoryItem[]; next: HistoryCursor | null } = await db.call('history.page', {
      filter,
      sort: 'at',
      descending: true,
      cursor,
      limit: pageSize,
    });
    yield page.items;
    cursor = page.next;
  } while (cursor !== null);
}

/**
 * Writes what is filtered to a file and answers how many lines. The file appears under its name only when it is
 * whole; a failure leaves what was there. Rejects with the file system's error (ENOSPC, EACCES …).
 */
export async function exportHistory(
  db: Pick<DbClient, 'call'>,
  { filter, format, file }: { filter: HistoryFilter; format: ExportFormat; file: string },
): Promise<number> {
  const part = `${file}.part`;
  const handle = await open(part, 'w');
  try {
    const rows =
      format === 'xlsx' ? await writeSheet(handle, db, filter) : await writeText(handle, db, filter, format);
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return rows;
  } catch (reason) {
    await handle.close().catch(() => undefined); // It may be closed already; the first failure counts.
    await rm(part, { force: true });
    throw reason;
  }
}

/** Writes a file that appears under its name only when it is whole. Rejects with the file system's error. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, bytes, { flush: true });
    await rename(part, file);
  } catch (reason) {
    await rm(part, { force: true });
    throw reason;
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function writeText(
  handle: FileHandle,
  db: Pick<DbClient, 'call'>,
  filter: HistoryFilter,
  format: 'csv' | 'jsonl',
): Promise<number> {
  let rows = 0;
  if (format === 'csv') await handle.appendFile(csvHead);
  for await (const items of pages(db, filter)) {
    await handle.appendFile(format === 'csv' ? csvRows(items) : jsonRows(items));
    rows += items.length;
  }
  return rows;
}

/** Text stays text in a sheet (no cell is a formula), so nothing needs an apostrophe here. Excel reserves the name "History". */
async function writeSheet(
  handle: FileHandle,
  db: Pick<DbClient, 'call'>,
  filter: HistoryFilter,
): Promise<number> {
  const writer = new XlsxStreamWriter({ name: 'Postroom', freezePane: { rows: 1 } });
  writer.addRow(historyColumns.map(({ name }) => name));
  let rows = 0;
  for await (const items of pages(db, filter)) {
    for (const item of items) writer.addRow(historyColumns.map(({ of }) => of(item)));
    rows += items.length;
  }
  await handle.appendFile(await writer.finish());
  return rows;
}
