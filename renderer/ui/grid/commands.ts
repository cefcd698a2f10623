import { assertNever } from '../../../shared/lib/assertNever.ts';
import type { CellEditing } from './cellEditing.ts';
import type { Position } from './gridModel.ts';
import type { GridParts } from './gridParts.ts';
import type { Command } from './keyboard.ts';

/** Does what a key means; the way to the next problem is the grid's own. */
export function runCommand(
  command: Exclude<Command, { kind: 'problem' }>,
  parts: GridParts,
  editing: CellEditing,
): void {
  const { model, cursor, options, say } = parts;
  switch (command.kind) {
    case 'move':
    case 'page':
    case 'edge':
      return cursor.step(command);
    case 'walk':
      return cursor.walk(command.by, command.back);
    case 'edit':
      return editing.begin();
    case 'clear':
      return model.fill(cursor.area, '');
    case 'undo':
      model.undo();
      return say(options.words.undone);
    case 'redo':
      model.redo();
      return say(options.words.redone);
    case 'fillDown':
      return fillDown(parts);
    case 'selectAll':
      return cursor.all();
    case 'row':
      return cursor.press({ row: cursor.active.row, column: -1 }, false);
    case 'insertRows':
      return insertRows(parts, false);
    case 'deleteRows':
      return deleteRows(parts);
    case 'find':
    case 'replace':
    case 'menu':
      return options.onAsk(command.kind);
    case 'escape':
      return;
    default:
      return assertNever(command);
  }
}

/** The range's first row goes into the others; of a single row, the row above into it. */
export function fillDown({ model, cursor, options, say }: GridParts): void {
  const { top, bottom, left, right } = cursor.area;
  const from = bottom > top ? top : top - 1;
  if (from < 0) return;
  model.fillDown({ top: from, bottom, left, right }, 1);
  say(options.words.filled(bottom - from));
}

export function insertRows({ model, cursor, options, say }: GridParts, below: boolean): void {
  const { top, bottom } = cursor.area;
  const count = bottom - top + 1;
  model.insertRows(below ? bottom + 1 : top, count);
  say(options.words.inserted(count));
}

export function deleteRows({ model, cursor, options, say }: GridParts): void {
  const { top, bottom } = cursor.area;
  if (model.rowCount === 0) return;
  model.deleteRows(top, bottom);
  say(options.words.deleted(bottom - top + 1));
}

/** Goes to the next open problem; null = there is none. */
export async function nextProblem(
  { model, cursor, options, say }: GridParts,
  back: boolean,
): Promise<Position | null> {
  const found = await model.nextProblem(cursor.active, back);
  if (found) cursor.goTo(found);
  else say(options.words.noProblem);
  return found;
}

/** Says what is wrong with a cell, once its row is here. */
export async function sayProblem({ model, say }: GridParts, { row, column }: Position): Promise<void> {
  const content = await model.load(row);
  const mark = content?.marks[column];
  if (content && mark) say(`${content.label}. ${model.columns[column]?.name ?? ''}. ${mark.why}`);
}
