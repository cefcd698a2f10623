import type { CellEdit, ChangeStep, Problem, RowKey } from '../pasteTypes.ts';
import type { RowList } from '../rowList.ts';

/** What has to be done to the sheet to take the repairs of these problems: cells, then new rows, then rows that go. */
export function stepsToTake(rows: RowList, problems: readonly Problem[]): ChangeStep[] {
  const edits: CellEdit[] = [];
  const gone: RowKey[] = [];
  const inserts: Extract<ChangeStep, { kind: 'insert' }>[] = [];
  let fresh = rows.known;
  for (const { repair, row: key } of problems) {
    const row = rows.row(key);
    if (repair === null || row === undefined) continue;
    edits.push(...repair.edits);
    if (repair.removeRow) gone.push(key);
    if (repair.addRows !== undefined)
      inserts.unshift({
        kind: 'insert',
        at: (rows.row(repair.addBelow ?? key) ?? row).pos + 1,
        rows: repair.addRows.map((added) => ({
          row: fresh++,
          record: added.record,
          cells: [...added.cells],
        })),
      });
  }
  // Rows below first, so that positions stay right.
  inserts.sort((a, b) => b.at - a.at);
  const steps: ChangeStep[] = [];
  if (edits.length > 0) steps.push({ kind: 'cells', edits });
  steps.push(...inserts);
  if (gone.length > 0) steps.push({ kind: 'delete', rows: gone });
  return steps;
}
