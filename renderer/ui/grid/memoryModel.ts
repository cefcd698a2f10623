import { matcher, replaceIn, searchRound } from './find.ts';
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
  return {
    columns,
    get rowCount() {
      return data.length;
    },
    row: (index) => {
      const cells = data[index];
      if (!cells) return null;
      const held = views.get(index);
      if (held) return held;
      const made: GridRow = {
        key: index,
        label: String(index + 1),
        mark: '',
        markText: '',
        cells,
        marks: {},
      };
      if (views.size > 2_000) views.clear();
      views.set(index, made);
      return made;
    },
    read: ({ top, bottom, left, right }) =>
      Promise.resolve(data.slice(top, bottom + 1).map((row) => row.slice(left, right + 1))),
    change: (changes) => run(put(changes)),
    paste: (at, cells) => {
      run(
        put(
          cells.flatMap((row, r) =>
            row.map((value, c) => ({ row: at.row + r, column: at.column + c, value })),
          ),
        ),
      );
      return Promise.resolve(cells.length);
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
    replaceAll: (query, by) => {
      const fits = matcher(query);
      const changes: CellChange[] = [];
      data.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          if (fits(cell)) changes.push({ row, column, value: replaceIn(cell, query, by) });
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
