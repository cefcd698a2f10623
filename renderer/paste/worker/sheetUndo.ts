import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { CellEdit, ChangeStep, Mapping } from '../../../shared/paste/pasteTypes.ts';
import { makeUndoList } from '../../ui/grid/history.ts';

/** What takes one change back: steps of the sheet, or the mapping of before with the cells that it alone had. */
export type Inverse = ChangeStep[] | { mapping: Mapping; cells: CellEdit[] };

export const makeSheetUndo = () => makeUndoList<Inverse>();

/**
 * Gives the columns other meanings; answers what takes it back. Columns that the sheet adds for fields without a column
 * go when a column has the field; what was typed into them is kept for the way back.
 */
export function remap(model: PasteModel, mapping: Mapping): Inverse {
  const before = model.mapping;
  const added = model.columns.flatMap((column, index) => (column.added ? [{ ...column, index }] : []));
  const texts = model.rows.flatMap((row) =>
    added.flatMap(({ index, header }) => {
      const value = model.cell(row, index);
      return value === '' ? [] : [{ row, column: index, value, header }];
    }),
  );
  model.remap(mapping);
  const still = new Set(model.columns.flatMap(({ header, added: isAdded }) => (isAdded ? [header] : [])));
  const cells = texts.flatMap(({ header, ...edit }) => (still.has(header) ? [] : [edit]));
  return { mapping: before, cells };
}

/** Takes a change back; answers what does it again. */
export function takeBack(model: PasteModel, inverse: Inverse): Inverse {
  if (Array.isArray(inverse)) return model.undo(inverse).inverse;
  const again = remap(model, inverse.mapping);
  if (inverse.cells.length > 0) model.setCells(inverse.cells);
  return again;
}
