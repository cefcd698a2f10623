import { describe, expect, it } from 'vitest';
import { generatePaste } from '../../../bench/generatePaste.ts';
import { createPasteModel } from '../../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel } from '../../../../shared/paste/pasteModel.ts';
import type { ChangeStep } from '../../../../shared/paste/pasteTypes.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';
import { recognise } from '../../../../shared/paste/recognise/recognise.ts';

/** The same numbers from 0 to 1 for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
}

const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);

/** A generated paste, and the same with orders of several rows and a totals row in it. */
function sheetText(seed: number): string {
  const lines = generatePaste(120, seed, 0.1).text.trimEnd().split('\n');
  const [head = '', ...rows] = lines;
  const more = rows.flatMap((line, i) => (i % 17 === 5 ? [line, line.replace(/^[^,]+/u, '')] : [line]));
  return [head, ...more, more[3], `Total,,,,${cell('9,99')}`].join('\n');
}

function modelOf(text: string, thorough: boolean): PasteModel {
  const table = readTable(text);
  const found = recognise(table.records);
  return createPasteModel({
    table,
    ...found,
    products: [],
    history: null,
    today: 20_000,
    withinDays: 30,
    thorough,
  });
}

/** Everything that is to be seen of a sheet; a row is called by its key. */
const seen = (model: PasteModel) => ({
  counts: model.counts(),
  problems: model.problems(),
  groups: model.repairGroups(),
  orders: model.orders(),
  ready: model.readyOrders(),
  notOrders: model.notOrders(),
  rows: model.rows.map((key) => [
    key,
    model.numberOf(key),
    model.recordOf(key),
    model.stateOf(key),
    model.orderRowsOf(key),
    model.columns.map((_, column) => model.cell(key, column)),
  ]),
  snapshot: model.snapshot(),
});

/** One thing that somebody may do; the same for both sheets. Answers what takes it back. */
function act(model: PasteModel, roll: () => number): ChangeStep[] {
  const rows = model.rows;
  const any = (): number => rows[Math.floor(roll() * rows.length)] ?? 0;
  const column = Math.floor(roll() * 12);
  const problems = model.problems();
  const some = problems[Math.floor(roll() * problems.length)];
  const kind = Math.floor(roll() * 9);
  if (kind === 0) return model.setCells([{ row: any(), column, value: model.cell(any(), column) }]).inverse;
  if (kind === 1) return model.setCells([{ row: any(), column, value: `odd ${column}` }]).inverse;
  if (kind === 2) return model.setCells([{ row: any(), column: 0, value: model.cell(any(), 0) }]).inverse;
  if (kind === 3) return model.deleteRows([any(), any(), any()]).inverse;
  if (kind === 4) {
    const cells = model.columns.map((_, c) => model.cell(any(), c));
    return model.insertRows(Math.floor(roll() * rows.length), [cells, []]).inverse;
  }
  if (kind === 5 && some !== undefined) return model.takeRepairs([some.id]).inverse;
  if (kind === 6 && some !== undefined) return model.takeAll(some.code).inverse;
  if (kind === 7 && some !== undefined) return model.leave([some.id]).inverse;
  return model.setCells([{ row: any(), column: 0, value: '' }]).inverse;
}

describe('a sheet that is worked on', () => {
  // Looking at all of it makes every row: so both are only looked at in the end, and there are many of them.
  for (const steps of [1, 4, 12])
    it(`looks the same whether clean rows were passed over or checked, after ${steps} changes`, () => {
      for (let seed = 1; seed <= 8; seed += 1) {
        const text = sheetText(seed);
        const quick = modelOf(text, false);
        const thorough = modelOf(text, true);
        for (let step = 0; step < steps; step += 1) {
          const back = act(quick, dice(seed * 100 + step));
          const again = act(thorough, dice(seed * 100 + step));
          if (step % 5 === 4) {
            quick.undo(back);
            thorough.undo(again);
          }
        }
        expect(JSON.stringify(seen(quick))).toBe(JSON.stringify(seen(thorough)));
      }
    });
});
