import type {
  Area,
  CellChange,
  CellMark,
  FindQuery,
  GridColumn,
  GridModel,
  GridRow,
  Position,
} from '../ui/grid/gridModel.ts';
import { client } from './pasteClient.ts';
import type { ShownProblem, ShownRow } from './protocol.ts';

/** Rows come from the worker in blocks; this many are kept. */
const blockSize = 100;
const keptBlocks = 60;

interface Block {
  version: number;
  rows: GridRow[];
  source: ShownRow[];
}

export interface SheetWords {
  why: (problem: ShownProblem) => string;
  markText: (row: ShownRow) => string;
}

/** The worker's sheet as the grid reads it: blocks of rows, old ones shown until the new ones are here. */
export class SheetModel implements GridModel {
  columns: readonly GridColumn[] = [];
  rowCount = 0;
  #version = 0;
  #blocks = new Map<number, Block>();
  #asked = new Map<number, number>();
  #listeners = new Set<() => void>();
  #shown: readonly number[] = [];
  #words: SheetWords;

  constructor(words: SheetWords) {
    this.#words = words;
  }

  /** `shown`: the source column of each grid column. */
  setColumns(columns: readonly GridColumn[], shown: readonly number[]): void {
    const same = shown.join() === this.#shown.join();
    this.columns = columns;
    this.#shown = shown;
    // Cells were cut to the columns that were shown before.
    if (!same) this.#forget();
    this.#tell();
  }

  changed(version: number, rowCount: number): void {
    if (rowCount !== this.rowCount && rowCount === 0) this.#blocks.clear();
    this.#version = version;
    this.rowCount = rowCount;
    this.#tell();
  }

  row(index: number): GridRow | null {
    const at = Math.floor(index / blockSize);
    const block = this.#blocks.get(at);
    if (block?.version !== this.#version) this.#ask(at);
    return block?.rows[index - at * blockSize] ?? null;
  }

  problemsAt({ row, column }: Position): { row: ShownRow; problems: ShownProblem[] } | null {
    const at = Math.floor(row / blockSize);
    const shown = this.#blocks.get(at)?.source[row - at * blockSize];
    if (!shown) return null;
    return { row: shown, problems: shown.problems.filter((one) => Math.max(0, one.gridColumn) === column) };
  }

  prefetch(first: number, last: number): void {
    const end = Math.min(last, this.rowCount - 1);
    for (let at = Math.floor(first / blockSize); at * blockSize <= end; at += 1)
      if (this.#blocks.get(at)?.version !== this.#version) this.#ask(at);
  }

  read(area: Area): Promise<string[][]> {
    return client.call('read', area);
  }

  change(changes: readonly CellChange[]): void {
    // What was typed stands there at once; its check follows.
    for (const { row, column, value } of changes) this.#patch(row, column, value);
    this.#tell();
    void client.call('change', [...changes]);
  }

  async paste(at: Position, cells: readonly (readonly string[])[]): Promise<number> {
    return client.call(
      'paste',
      at,
      cells.map((row) => [...row]),
    );
  }

  fillDown(area: Area, sourceRows: number): void {
    void client.call('fillDown', area, sourceRows);
  }
  insertRows(at: number, count: number): void {
    void client.call('insertRows', at, count);
  }
  deleteRows(first: number, last: number): void {
    void client.call('deleteRows', first, last);
  }
  undo(): void {
    void client.call('undo');
  }
  redo(): void {
    void client.call('redo');
  }
  find(query: FindQuery, from: Position, back: boolean): Promise<Position | null> {
    return client.call('find', query, from, back);
  }
  replaceAll(query: FindQuery, by: string): Promise<number> {
    return client.call('replaceAll', query, by);
  }
  nextProblem(from: Position, back: boolean): Promise<Position | null> {
    return client.call('nextProblem', from, back);
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #forget(): void {
    this.#blocks.clear();
    this.#asked.clear();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #patch(row: number, column: number, value: string): void {
    const at = Math.floor(row / blockSize);
    const block = this.#blocks.get(at);
    const old = block?.rows[row - at * blockSize];
    if (!block || !old) return;
    const cells = [...old.cells];
    cells[column] = value;
    const marks = { ...old.marks };
    delete marks[column];
    block.rows[row - at * blockSize] = { ...old, cells, marks };
  }

  #ask(at: number): void {
    if (this.#asked.get(at) === this.#version) return;
    this.#asked.set(at, this.#version);
    const first = at * blockSize;
    void client.call('rows', first, first + blockSize - 1).then(({ version, rows }) => {
      this.#blocks.delete(at);
      this.#blocks.set(at, { version, source: rows, rows: rows.map((row) => this.#drawn(row)) });
      for (const old of this.#blocks.keys()) {
        if (this.#blocks.size <= keptBlocks) break;
        this.#blocks.delete(old);
        this.#asked.delete(old);
      }
      this.#tell();
    });
  }

  #drawn(row: ShownRow): GridRow {
    const marks: Record<number, CellMark> = {};
    for (const problem of row.problems) {
      const column = Math.max(0, problem.gridColumn);
      const mark = this.#markOf(problem);
      if (mark && (marks[column] === undefined || problem.weight === 'fault')) marks[column] = mark;
      if (problem.open && problem.repair)
        for (const edit of problem.repair.edits) this.#offer(marks, row, problem, edit.column, edit.value);
    }
    const { key, number, mark, cells } = row;
    return { key, label: String(number), mark, markText: this.#words.markText(row), cells, marks };
  }

  /** Repairs name columns of the source; the problem's own column tells where the grid shows it. */
  #offer(
    marks: Record<number, CellMark>,
    row: ShownRow,
    problem: ShownProblem,
    column: number,
    value: string,
  ): void {
    const shown = column === problem.column ? Math.max(0, problem.gridColumn) : this.#shown.indexOf(column);
    if (shown < 0 || row.cells[shown] === undefined) return;
    marks[shown] = { kind: 'repair', why: this.#words.why(problem), offer: value };
  }

  #markOf(problem: ShownProblem): CellMark | null {
    const why = this.#words.why(problem);
    if (problem.weight === 'notice') return { kind: 'notice', why };
    if (!problem.open) return null;
    return { kind: problem.weight, why };
  }
}
