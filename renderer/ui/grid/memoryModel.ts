import { asCopied, pasteOver } from './clipboard.ts';
import { isOf, matcher, replaceIn, searchRound } from './find.ts';
import { makeUndoList } from './history.ts';
import type { CellChange, GridColumn, GridModel, GridRow } from './gridModel.ts';

interface Step {
  forth: () => void;
  back: () => void;
}

/** A grid model over plain rows in memory: for short lists, tests and measurements. */
export function makeMemoryModel(columns: readonly GridColumn[], data: string[][]): GridModel {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    views.clear();
    for (const listener of listeners) listener();
  };
  const views = new Map<number, GridRow>();
  const history = makeUndoList<Step>();
  const run = (step: Step): void => {
    step.forth();
    history.push(step);
    tell();
  };
  const put = (changes: readonly CellChange[]): Step => {
    const before = changes.map(({ row, column }) => ({ row, column, value: data[row]?.[column] ?? '' }));
    const write = (all: readonly CellChange[]): void => {
      for (const { row, column, value } of all) {
        const cells = data[row];
        if (cells) cells[column] = value;
      }
    };
    return { forth: () => write(changes), back: () => write(before) };
  };
  const width = columns.length;
  const cellAt = (index: number): string => data[Math.floor(index / width)]?.[index % width] ?? '';
  const row = (index: number): GridRow | null => {
    const cells = data[index];
    if (!cells) return null;
    const held = views.get(index);
    if (held) return held;
    const label = String(index + 1);
    const made: GridRow = { key: index, label, mark: '', markText: '', cells, marks: {} };
    if (views.size > 2_000) views.clear();
    views.set(index, made);
    return made;
  };
  return {
    columns,
    get rowCount() {
      return data.length;
    },
    row,
    load: (index) => Promise.resolve(row(index)),
    copyText: ({ top, bottom, left, right }) =>
      Promise.resolve(asCopied(data.slice(top, bottom + 1).map((cells) => cells.slice(left, right + 1)))),
    change: (changes) => run(put(changes)),
    fill: ({ top, bottom, left, right }, value) => {
      const changes: CellChange[] = [];
      for (let at = top; at <= bottom; at += 1)
        for (let column = left; column <= right; column += 1) changes.push({ row: at, column, value });
      run(put(changes));
    },
    paste: (over, text) => {
      const { cells, area } = pasteOver(over, text);
      const missing = area.bottom + 1 - data.length;
      const added = Array.from({ length: Math.max(0, missing) }, () => columns.map(() => ''));
      const written = put(
        cells.flatMap((line, r) =>
          line.map((value, c) => ({ row: area.top + r, column: area.left + c, value })),
        ),
      );
      run({
        forth: () => {
          data.push(...added);
          written.forth();
        },
        back: () => {
          written.back();
          data.splice(data.length - added.length, added.length);
        },
      });
      return Promise.resolve({ ...area, right: Math.min(area.right, width - 1) });
    },
    fillDown: (area, sourceRows) => {
      const changes: CellChange[] = [];
      for (let row = area.top + sourceRows; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1)
          changes.push({
            row,
            column,
            value: data[area.top + ((row - area.top) % sourceRows)]?.[column] ?? '',
          });
      run(put(changes));
    },
    insertRows: (at, count) =>
      run({
        forth: () => void data.splice(at, 0, ...Array.from({ length: count }, () => columns.map(() => ''))),
        back: () => void data.splice(at, count),
      }),
    deleteRows: (first, last) => {
      const gone = data.slice(first, last + 1);
      run({
        forth: () => void data.splice(first, gone.length),
        back: () => void data.splice(first, 0, ...gone),
      });
    },
    undo: () => {
      history.undo((step) => {
        step.back();
        return step;
      });
      tell();
    },
    redo: () => {
      history.redo((step) => {
        step.forth();
        return step;
      });
      tell();
    },
    find: (query, from, back) => {
      const fits = matcher(query);
      const index = searchRound(data.length * width, from.row * width + from.column, back, (one) =>
        fits(cellAt(one)),
      );
      return Promise.resolve(
        index === null ? null : { row: Math.floor(index / width), column: index % width },
      );
    },
    replace: (query, by, at) => {
      const fits = matcher(query);
      const changes: CellChange[] = [];
      data.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          if (isOf(at, row, column) && fits(cell))
            changes.push({ row, column, value: replaceIn(cell, query, by) });
        }),
      );
      if (changes.length > 0) run(put(changes));
      return Promise.resolve(changes.length);
    },
    nextProblem: () => Promise.resolve(null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
