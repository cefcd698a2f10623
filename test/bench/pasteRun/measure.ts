import { formatValue, readXlsx, writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { PasteSession } from '../../../renderer/paste/worker/pasteSession.ts';
import { warmUp } from '../../../renderer/paste/worker/warmUp.ts';
import { createPasteModel } from '../../../shared/paste/model/createPasteModel.ts';
import { HistoryIndex } from '../../../shared/paste/radar/historyIndex.ts';
import { readTable } from '../../../shared/paste/readTable.ts';
import { recognise } from '../../../shared/paste/recognise/recognise.ts';
import { readWorkbook } from '../../../shared/paste/xlsx.ts';
import { generatePaste } from '../generatePaste.ts';

/** Milliseconds, one for each round. */
export interface PasteTimes {
  /** Papa Parse alone. */
  papa: number[];
  /** Reading, mapping, and all checks with the radar, of the same text. */
  parse: number[];
  map: number[];
  checkAndRadar: number[];
  /** One changed cell until its order is checked again. */
  edit: number[];
  /** From the text to the first rows, mapped and checked, as the page asks for them. */
  firstRows: number[];
  xlsxLibrary: number[];
  xlsxOurs: number[];
  /** Building the index of the past, which is ready before anybody pastes. */
  index: number;
}

/** A past of `size` orders, none of them in the paste. */
function makePast(size: number): HistoryIndex {
  const index = new HistoryIndex(size);
  const page = 100_000;
  for (let from = 0; from < size; from += page) {
    const list = (make: (n: number) => string): string[] =>
      Array.from({ length: Math.min(page, size - from) }, (_, i) => make(from + i));
    index.add({
      invoices: list((n) => `H-${n}`),
      names: list((n) => `Person ${n % 7919} Family${n}`),
      postcodes: list((n) => String(10_000 + (n % 90_000))),
      countries: list(() => 'US'),
      addresses: list((n) => `${n % 3000} Elm Street`),
      emails: list(() => ''),
      productIds: list((n) => String(40_350 + (n % 40))),
      at: list(() => '2026-10-01T00:00:00Z'),
    });
  }
  return index;
}

/** 100,000 rows x 15 columns against Papa Parse alone, and 5,000 rows of .xlsx against the library alone. */
export async function measurePaste(rounds = 9, rows = 100_000, past = 1_000_000): Promise<PasteTimes> {
  // As one piece, as it comes out of a file or the clipboard.
  const text = new TextDecoder().decode(new TextEncoder().encode(generatePaste(rows, 3, 0).text));
  const began = performance.now();
  const history = makePast(past);
  const times: PasteTimes = {
    papa: [],
    parse: [],
    map: [],
    checkAndRadar: [],
    edit: [],
    firstRows: [],
    xlsxLibrary: [],
    xlsxOurs: [],
    index: performance.now() - began,
  };
  const time = <T>(list: number[], work: () => T): T => {
    const start = performance.now();
    const value = work();
    list.push(performance.now() - start);
    return value;
  };
  const alone = (): void => {
    time(times.papa, () => Papa.parse(text));
  };
  const ours = (): void => {
    const table = time(times.parse, () => readTable(text));
    const { headers, mapping } = time(times.map, () => recognise(table.records));
    const settings = { products: [], history, today: 20_000, withinDays: 30 };
    const model = time(times.checkAndRadar, () => createPasteModel({ table, headers, mapping, ...settings }));
    for (let i = 0; i < 40; i++)
      time(times.edit, () =>
        model.setCells([{ row: i * 2400, column: [0, 4, 6, 9][i % 4] ?? 0, value: `changed ${i}` }]),
      );
  };
  for (let round = 0; round < rounds; round++)
    for (const one of round % 2 === 0 ? [alone, ours] : [ours, alone]) one();

  await warmUp();
  for (let round = 0; round < rounds; round++) {
    const session = new PasteSession(() => undefined);
    const start = performance.now();
    await session.open({ kind: 'text', text, html: '' });
    times.firstRows.push(performance.now() - start);
    session.close();
  }

  const lines = generatePaste(5000, 4, 0).text.trimEnd().split('\n');
  const book = await writeXlsx({ sheets: [{ name: 'Orders', rows: lines.map((line) => line.split(',')) }] });
  for (let round = 0; round < rounds; round++) {
    let start = performance.now();
    await readXlsx(book, { readStyles: true });
    times.xlsxLibrary.push(performance.now() - start);
    start = performance.now();
    await readWorkbook(book, { readXlsx, formatValue });
    times.xlsxOurs.push(performance.now() - start);
  }
  return times;
}
