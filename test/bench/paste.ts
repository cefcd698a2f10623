import { fileURLToPath } from 'node:url';
import { formatValue, readXlsx, writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { createPasteModel } from '../../shared/paste/model/createPasteModel.ts';
import { HistoryIndex } from '../../shared/paste/radar/historyIndex.ts';
import { readTable } from '../../shared/paste/readTable.ts';
import { recognise } from '../../shared/paste/recognise/recognise.ts';
import { readWorkbook } from '../../shared/paste/xlsx.ts';
import { generatePaste } from './generatePaste.ts';

export interface PasteBench {
  /** Milliseconds, medians of the rounds. */
  papa: number;
  parse: number;
  map: number;
  checkAndRadar: number;
  /** parse + map + checkAndRadar over papa; wanted: at most 2.5. */
  ratio: number;
  editMedian: number;
  editWorst: number;
  xlsxLibrary: number;
  xlsxOurs: number;
  /** Wanted: at most 1.5. */
  xlsxRatio: number;
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A past of `size` orders, none of them in the paste. */
export function makePast(size: number): HistoryIndex {
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
export async function benchPaste(rounds = 5, rows = 100_000, past = 1_000_000): Promise<PasteBench> {
  const { text } = generatePaste(rows, 3, 0);
  const history = makePast(past);
  const times = {
    papa: [] as number[],
    parse: [] as number[],
    map: [] as number[],
    check: [] as number[],
    edit: [] as number[],
  };
  const time = <T>(list: number[], work: () => T): T => {
    const start = performance.now();
    const value = work();
    list.push(performance.now() - start);
    return value;
  };
  for (let round = 0; round < rounds; round++) {
    time(times.papa, () => Papa.parse(text));
    const table = time(times.parse, () => readTable(text));
    const { headers, mapping } = time(times.map, () => recognise(table.records));
    const model = time(times.check, () =>
      createPasteModel({ table, headers, mapping, products: [], history, today: 20_000, withinDays: 30 }),
    );
    for (let i = 0; i < 40; i++)
      time(times.edit, () =>
        model.setCells([{ row: i * 2400, column: [0, 4, 6, 9][i % 4] ?? 0, value: `changed ${i}` }]),
      );
  }
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Orders',
        rows: generatePaste(5000, 4, 0)
          .text.trimEnd()
          .split('\n')
          .map((line) => line.split(',')),
      },
    ],
  });
  const library: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let start = performance.now();
    await readXlsx(book, { readStyles: true });
    library.push(performance.now() - start);
    start = performance.now();
    await readWorkbook(book, { readXlsx, formatValue });
    ours.push(performance.now() - start);
  }
  const [papa, parse, map, checkAndRadar] = [times.papa, times.parse, times.map, times.check].map(median) as [
    number,
    number,
    number,
    number,
  ];
  return {
    papa,
    parse,
    map,
    checkAndRadar,
    ratio: (parse + map + checkAndRadar) / papa,
    editMedian: median(times.edit),
    editWorst: Math.max(...times.edit),
    xlsxLibrary: median(library),
    xlsxOurs: median(ours),
    xlsxRatio: median(ours) / median(library),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await benchPaste());
