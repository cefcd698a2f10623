import { describe, expect, it } from 'vitest';
import {
  columnAt,
  columnsInView,
  edgesOf,
  mostInView,
  scrollToShow,
} from '../../../../../renderer/ui/grid/columns.ts';
import { matchingChoices } from '../../../../../renderer/ui/grid/editing.ts';
import { makeUndoList } from '../../../../../renderer/ui/grid/history.ts';
import { commandFor } from '../../../../../renderer/ui/grid/keyboard.ts';
import { makeMemoryModel } from '../../../../../renderer/ui/grid/memoryModel.ts';
import { compareOffer, runsOf } from '../../../../../renderer/ui/grid/offer.ts';

describe('columns', () => {
  const edges = edgesOf([100, 50, 200], 40);
  it('knows the column at a place', () => {
    expect(edges).toEqual([40, 140, 190, 390]);
    expect(columnAt(edges, 139)).toBe(0);
    expect(columnAt(edges, 140)).toBe(1);
    expect(columnAt(edges, 9999)).toBe(2);
  });
  it('shows a column beside the frozen ones', () => {
    expect(scrollToShow(edges, 2, 1, 0, 300)).toBe(50);
    expect(scrollToShow(edges, 1, 1, 60, 300)).toBe(0);
    expect(scrollToShow(edges, 0, 1, 60, 300)).toBe(60);
  });
});

describe('columns that are drawn', () => {
  const edges = edgesOf([100, 50, 200, 60, 60, 300], 40);
  it('are those of which a pixel shows beside the frozen ones', () => {
    expect(columnsInView(edges, 1, 0, 300)).toEqual([1, 2]);
    expect(columnsInView(edges, 1, 49, 300)).toEqual([1, 2]);
    expect(columnsInView(edges, 1, 50, 300)).toEqual([2, 2]);
    expect(columnsInView(edges, 1, 91, 300)).toEqual([2, 3]);
    expect(columnsInView(edges, 1, 10_000, 300)).toEqual([6, 5]);
    expect(columnsInView(edges, 0, 0, 10_000)).toEqual([0, 5]);
  });
  it('never are more than there is room for, wherever one scrolls', () => {
    for (const view of [150, 260, 300, 500, 900])
      for (const frozen of [0, 1, 2]) {
        let most = 0;
        for (let left = 0; left < 900; left += 1) {
          const [first, last] = columnsInView(edges, frozen, left, view);
          most = Math.max(most, last - first + 1);
        }
        expect(mostInView(edges, frozen, view)).toBe(most);
      }
  });
});

describe('an offered repair', () => {
  it.each([
    ['7105', '07105', { before: '', gone: '', come: '0', after: '7105' }],
    ['IT (Italy)', 'IT', { before: 'IT', gone: ' (Italy)', come: '', after: '' }],
    ['', 'MD', { before: '', gone: '', come: 'MD', after: '' }],
    ['aa', 'aaa', { before: 'aa', gone: '', come: 'a', after: '' }],
  ])('%s → %s is cut where it differs', (was, value, parts) => {
    expect(compareOffer(was, value)).toEqual(parts);
  });
  it('shows the whole old text where letters both go and come', () => {
    expect(runsOf('2.1e4', '21000').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'gone 2.1e4',
      'come 21000',
    ]);
    expect(runsOf('7105', '07105').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'come 0',
      'kept 7105',
    ]);
  });
});

describe('keys', () => {
  const key = (name: string, more = {}) =>
    commandFor({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  it('means what spreadsheets mean', () => {
    expect(key('F8')).toEqual({ kind: 'problem', back: false });
    expect(key('F8', { shiftKey: true })).toEqual({ kind: 'problem', back: true });
    expect(key('z', { ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(key('Z', { metaKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
    expect(key('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', rows: 1, columns: 0, extend: true });
  });
  it('leaves letters to the cell and other shortcuts to the window', () => {
    expect(key('a')).toBeNull();
    expect(key('k', { ctrlKey: true })).toBeNull();
    expect(key('Tab')).toBeNull();
  });
});

describe('choices while typing', () => {
  const choices = [
    { value: 'DE', label: 'Germany' },
    { value: 'DK', label: 'Denmark' },
    { value: 'SE', label: 'Sweden' },
  ];
  it('puts the code first, then what begins so', () => {
    expect(matchingChoices(choices, 'de').map((one) => one.value)).toEqual(['DE', 'DK', 'SE']);
    expect(matchingChoices(choices, 'swe').map((one) => one.value)).toEqual(['SE']);
    expect(matchingChoices(choices, '')).toHaveLength(3);
  });
});

describe('undo', () => {
  it('forgets the way forward after a new change and keeps to its limit', () => {
    const list = makeUndoList<number>(2);
    for (const step of [1, 2, 3]) list.push(step);
    const seen: number[] = [];
    const apply = (step: number): number => {
      seen.push(step);
      return -step;
    };
    list.undo(apply);
    list.redo(apply);
    list.undo(apply);
    list.push(9);
    expect(list.canRedo).toBe(false);
    list.undo(apply);
    list.undo(apply);
    expect(list.undo(apply)).toBe(false);
    expect(seen).toEqual([3, -3, 3, 9, 2]);
  });

  it('takes back every kind of change of a sheet', async () => {
    const data = Array.from({ length: 5 }, (_, row) => [`a${row}`, `b${row}`]);
    const column = (id: string) => ({
      id,
      source: id,
      name: id,
      width: 80,
      numeric: false,
      editor: { kind: 'text' as const },
    });
    const model = makeMemoryModel([column('a'), column('b')], data);
    const before = JSON.stringify(data);
    model.change([{ row: 0, column: 0, value: 'new' }]);
    await model.paste({ top: 4, bottom: 4, left: 0, right: 0 }, 'p\tq\nr\ts');
    model.fill({ top: 3, bottom: 5, left: 1, right: 1 }, 'z');
    model.fillDown({ top: 0, bottom: 4, left: 0, right: 0 }, 1);
    model.insertRows(2, 2);
    model.deleteRows(0, 1);
    const after = JSON.stringify(data);
    expect(data).toHaveLength(6);
    for (let step = 0; step < 6; step += 1) model.undo();
    expect(JSON.stringify(data)).toBe(before);
    for (let step = 0; step < 6; step += 1) model.redo();
    expect(JSON.stringify(data)).toBe(after);
  });
});
