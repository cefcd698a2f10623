import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { RowKey } from '../../../shared/paste/pasteTypes.ts';
import type { SheetState } from '../protocol.ts';
import { isDouble, type SheetView } from './sheetView.ts';

/** What only a sheet that is checked tells. */
type Checked = Pick<SheetState, 'counts' | 'groups' | 'attention' | 'doubles' | 'notOrders'>;
/** What the sheet itself tells about its state. */
export type Described = Checked &
  Pick<
    SheetState,
    'rowCount' | 'columns' | 'shown' | 'missing' | 'constants' | 'headerRecord' | 'profile' | 'rowsShown'
  >;

/**
 * Counts, lists and columns for everything around the grid. Goes over all rows. While they are checked anew, counts and
 * lists are those of `before`; null = nothing was known of this sheet.
 */
export function describeSheet(model: PasteModel, view: SheetView, before: Described | null): Described {
  const { columns, mapping, rows } = model;
  const checked = model.isChecked ? describeChecked(model, view) : (before ?? nothingKnown);
  return {
    ...checked,
    rowCount: view.keys.length,
    columns: columns.map((column, index) => ({
      ...column,
      role: mapping.roles[index] ?? 'none',
      samples: samplesOf(model, rows, index),
    })),
    shown: view.shown,
    missing: model.missingFields(),
    constants: mapping.constants,
    headerRecord: mapping.headerRecord,
    profile: mapping.profile,
    rowsShown: view.which,
  };
}

const nothingKnown: Checked = {
  counts: { rows: 0, orders: 0, ready: 0, attention: 0, notOrders: 0, notices: 0 },
  groups: [],
  attention: [],
  doubles: [],
  notOrders: [],
};

function describeChecked(model: PasteModel, view: SheetView): Checked {
  const { roles } = model.mapping;
  const out = new Map<string, number>();
  for (const { reason } of model.notOrders()) out.set(reason, (out.get(reason) ?? 0) + 1);
  const nameColumn = roles.findIndex((role) => ['name', 'lastName', 'firstName'].includes(role));
  const cityColumn = roles.indexOf('city');
  const who = (key: RowKey): string =>
    [model.cell(key, nameColumn), model.cell(key, cityColumn)].filter((text) => text !== '').join(', ');
  return {
    counts: model.counts(),
    groups: model.repairGroups(),
    attention: view.list((one) => model.isOpen(one) && one.repair === null, who),
    doubles: view.list(isDouble, who),
    notOrders: [...out].map(([reason, count]) => ({ reason, count })),
  };
}

function samplesOf(model: PasteModel, rows: readonly RowKey[], column: number): string[] {
  const samples: string[] = [];
  for (let index = 0; index < rows.length && index < 200 && samples.length < 3; index += 1) {
    const cell = model.cell(rows[index] ?? -1, column);
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
  }
  return samples;
}
