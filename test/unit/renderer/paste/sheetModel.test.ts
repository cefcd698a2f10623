import { beforeEach, describe, expect, it, vi } from 'vitest';
import { client } from '../../../../renderer/paste/pasteClient.ts';
import type { ShownRow } from '../../../../renderer/paste/protocol.ts';
import type { GridColumn } from '../../../../renderer/ui/grid/gridModel.ts';
import { SheetModel } from '../../../../renderer/paste/sheetModel.ts';

// The worker's answers come when the test lets them.
let asked: { first: number; answer: (version: number, words?: string) => Promise<void> }[] = [];
const rowOf = (index: number, words: string): ShownRow => ({
  key: index,
  number: index + 1,
  mark: '',
  notOrder: '',
  askable: false,
  cells: [`${words} ${index}`],
  problems: [],
});
const columnA: GridColumn = {
  id: 'a',
  source: 'A',
  name: 'A',
  width: 100,
  numeric: false,
  editor: { kind: 'text' },
};
const called = vi.spyOn(client, 'call');
beforeEach(() => {
  asked = [];
  called.mockImplementation(((call: string, first: number, last: number) => {
    if (call !== 'rows') return Promise.resolve(undefined);
    return new Promise((resolve) => {
      asked.push({
        first,
        answer: async (version, words = 'row') => {
          const rows = Array.from({ length: last - first + 1 }, (_, at) => rowOf(first + at, words));
          resolve({ version, first, rows });
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    });
  }) as never);
});

function sheet(rows: number) {
  const model = new SheetModel({ why: () => '', markText: () => '' });
  // The grid asks again whenever something came.
  let view: [number, number, number] = [0, 20, 0];
  const look = (first: number, last: number, direction: number): void => {
    view = [first, last, direction];
    model.prefetch(...view);
  };
  model.subscribe(() => model.prefetch(...view));
  model.setColumns([columnA], [0]);
  model.changed(1, rows);
  return { model, look };
}

describe('rows out of the worker', () => {
  it('come for what is looked at first, then ahead, and few at a time', async () => {
    const { model, look } = sheet(100_000);
    look(50_010, 50_040, 1);
    expect(model.row(50_010)).toBeNull();
    const [, , third] = asked;
    expect(asked.slice(0, 3).map(({ first }) => first)).toEqual([0, 50, 100]);
    await third?.answer(1);
    // What comes into view goes before all that was only hoped for.
    expect(asked.slice(3).map(({ first }) => first)).toEqual([50_000]);
    await asked[3]?.answer(1);
    expect(model.row(50_010)?.cells).toEqual(['row 50010']);
    expect(asked.slice(4).map(({ first }) => first)).toEqual([50_050]);
    await asked[0]?.answer(1);
    await asked[1]?.answer(1);
    expect(asked.slice(5).map(({ first }) => first)).toEqual([49_950, 50_100]);
  });

  it('come alone for who jumps on and on, and with those around for who stays', async () => {
    const model = new SheetModel({ why: () => '', markText: () => '' });
    model.setColumns([columnA], [0]);
    model.changed(1, 100_000);
    model.prefetch(20_010, 20_040, 1);
    model.prefetch(40_010, 40_040, 1);
    expect(asked.map(({ first }) => first)).toEqual([20_000, 40_000]);
    model.prefetch(40_010, 40_040, 1);
    expect(asked.map(({ first }) => first)).toEqual([20_000, 40_000, 40_050]);
  });

  it('stay as they were until the new ones are here', async () => {
    const { model, look } = sheet(30);
    look(0, 20, 0);
    await asked[0]?.answer(1);
    model.changed(2, 30);
    expect(model.row(3)?.cells).toEqual(['row 3']);
    await asked[1]?.answer(2, 'new');
    expect(model.row(3)?.cells).toEqual(['new 3']);
    look(0, 20, 0);
    expect(asked).toHaveLength(2);
  });

  it('show what was typed at once', async () => {
    const { model, look } = sheet(30);
    look(0, 20, 0);
    await asked[0]?.answer(1);
    model.change([{ row: 3, column: 0, value: 'typed' }]);
    expect(model.row(3)?.cells).toEqual(['typed']);
    expect(called).toHaveBeenCalledWith('change', [{ row: 3, column: 0, value: 'typed' }]);
  });

  it('are not asked for before one knows the columns, nor when they came with the sheet', async () => {
    const model = new SheetModel({ why: () => '', markText: () => '' });
    model.changed(1, 1000);
    model.prefetch(0, 20, 0);
    expect(asked).toEqual([]);
    const came = vi.spyOn(client, 'came');
    came.mockImplementation((version) =>
      version === 1
        ? { version, first: 0, rows: Array.from({ length: 100 }, (_, at) => rowOf(at, 'came')) }
        : null,
    );
    model.setColumns([columnA], [0]);
    expect(model.row(0)?.cells).toEqual(['came 0']);
    expect(model.row(99)?.cells).toEqual(['came 99']);
    await Promise.all([model.load(0), model.load(99)]);
    came.mockRestore();
    expect(asked).toEqual([]);
  });

  it('are waited for by who must have one', async () => {
    const { model } = sheet(1000);
    const loaded = model.load(950);
    await asked.find(({ first }) => first === 950)?.answer(1);
    expect((await loaded)?.label).toBe('951');
    expect(await model.load(1000)).toBeNull();
  });
});
