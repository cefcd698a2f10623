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
import { blockSize, type RowsAnswer, type ShownProblem, type ShownRow } from './protocol.ts';

/** So many blocks of rows are kept. */
const keptBlocks = 200;
/** Blocks fetched ahead where one scrolls to, and behind. */
const ahead = 5;
const behind = 1;
/** Blocks asked for at a time: what comes into view next must not wait for what was asked before. */
const mostAsked = 3;

interface Block {
  version: number;
  rows: GridRow[];
  source: ShownRow[];
}

interface Asked {
  version: number;
  here: Promise<void>;
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
  #asked = new Map<number, Asked>();
  /** The block that was looked at last. */
  #lookedAt = 0;
  #listeners = new Set<() => void>();
  #shown: readonly number[] = [];
  #words: SheetWords;

  constructor(words: SheetWords) {
    this.#words = words;
  }

  /** `shown`: the source column of each grid column. */
  setColumns(columns: readonly GridColumn[], shown: readonly number[]): void {
    if (columns === this.columns) return;
    const same = shown.join() === this.#shown.join();
    this.columns = columns;
    this.#shown = shown;
    // Cells were cut to the columns that were shown before.
    if (!same) this.#forget();
    const came = client.came(this.#version);
    if (came && !this.#isFresh(0)) this.#keep(came);
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
    return this.#blocks.get(at)?.rows[index - at * blockSize] ?? null;
  }

  async load(index: number): Promise<GridRow | null> {
    if (index < 0 || index >= this.rowCount) return null;
    const at = Math.floor(index / blockSize);
    if (!this.#isFresh(at)) await this.#ask(at);
    return this.row(index);
  }

  problemsAt({ row, column }: Position): { row: ShownRow; problems: ShownProblem[] } | null {
    const at = Math.floor(row / blockSize);
    const shown = this.#blocks.get(at)?.source[row - at * blockSize];
    if (!shown) return null;
    return { row: shown, problems: shown.problems.filter((one) => Math.max(0, one.gridColumn) === column) };
  }

  prefetch(first: number, last: number, direction: number): void {
    // Without columns rows have no cells: what they are is on its way.
    if (this.#shown.length === 0) return;
    const from = Math.floor(first / blockSize);
    const to = Math.floor(Math.max(first, last) / blockSize);
    const end = Math.floor((this.rowCount - 1) / blockSize);
    const wanted: number[] = [];
    for (let at = from; at <= to; at += 1) wanted.push(at);
    // Who drags the scroll bar is elsewhere before anything around would come; the next look from here asks for it.
    const jumped = Math.abs(from - this.#lookedAt) > ahead;
    this.#lookedAt = from;
    const [below, above] = jumped
      ? [0, 0]
      : direction < 0
        ? [behind, ahead]
        : [ahead, direction > 0 ? behind : ahead];
    for (let step = 1; step <= Math.max(below, above); step += 1) {
      if (step <= below) wanted.push(to + step);
      if (step <= above) wanted.push(from - step);
    }
    for (const at of wanted) {
      if (this.#asked.size >= mostAsked) return;
      if (at >= 0 && at <= end && !this.#isFresh(at)) void this.#ask(at);
    }
  }

  copyText(area: Area): Promise<{ text: string; html: string }> {
    return client.call('copyText', area);
  }

  change(changes: readonly CellChange[]): void {
    // What was typed stands there at once; its check follows.
    for (const { row, column, value } of changes) this.#patch(row, column, value);
    this.#tell();
    void client.call('change', [...changes]);
  }

  fill(area: Area, value: string): void {
    void client.call('fill', area, value);
  }

  paste(area: Area, text: string): Promise<Area> {
    return client.call('paste', area, text);
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
  replace(query: FindQuery, by: string, at: Position | null): Promise<number> {
    return client.call('replace', query, by, at);
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

  #isFresh(at: number): boolean {
    return this.#blocks.get(at)?.version === this.#version;
  }

  /** Asks for a block unless it is asked for already; resolves when it is here. */
  #ask(at: number): Promise<void> {
    const asked = this.#asked.get(at);
    if (asked?.version === this.#version) return asked.here;
    const first = at * blockSize;
    const here = client.call('rows', first, first + blockSize - 1).then((answer) => {
      if (this.#asked.get(at)?.here === here) this.#asked.delete(at);
      this.#keep(answer);
      this.#tell();
    });
    this.#asked.set(at, { version: this.#version, here });
    return here;
  }

  /** Whole blocks, or up to the end of the sheet. */
  #keep({ version, first, rows }: RowsAnswer): void {
    let at = first / blockSize;
    for (let from = 0; from === 0 || from < rows.length; from += blockSize) {
      const source = rows.slice(from, from + blockSize);
      this.#blocks.delete(at);
      this.#blocks.set(at, { version, source, rows: source.map((row) => this.#drawn(row)) });
      at += 1;
    }
    for (const old of this.#blocks.keys()) {
      if (this.#blocks.size <= keptBlocks) break;
      this.#blocks.delete(old);
    }
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
