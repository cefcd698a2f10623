import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { Problem, RowKey } from '../../../shared/paste/pasteTypes.ts';
import type { RowMark } from '../../ui/grid/gridModel.ts';
import type { ListedProblem, RowsShown, ShownProblem, ShownRow } from '../protocol.ts';

const radarCodes = new Set(['personHad', 'nearPersonHad', 'personTwice', 'nearPersonTwice', 'duplicateRow']);
export const isDouble = (problem: Problem): boolean => radarCodes.has(problem.code);

const listed = 60;
/** Rows that are looked at before all are checked. */
const firstLook = 200;

/** The rows as they are shown: which, in which order, with which columns. */
export class SheetView {
  keys: readonly RowKey[] = [];
  shown: number[] = [];
  which: RowsShown = { kind: 'all' };
  #model: PasteModel;

  constructor(model: PasteModel) {
    this.#model = model;
  }

  /** After rows came or went, or another choice of rows. */
  arrange(): void {
    // While all is checked anew, rows that were chosen by their problems stay; they are chosen again afterwards.
    if (this.which.kind === 'all' || this.#model.isChecked) this.keys = this.#choose(this.#model.rows);
  }

  #choose(rows: readonly RowKey[]): readonly RowKey[] {
    const { which } = this;
    const needs = (key: RowKey): boolean =>
      this.#model.problemsOf(key).some((one) => this.#model.isOpen(one));
    switch (which.kind) {
      case 'all':
        return rows;
      case 'attention':
        return rows.filter(needs);
      case 'problemsFirst':
        return [...rows.filter(needs), ...rows.filter((key) => !needs(key))];
      case 'code':
        return rows.filter((key) => this.#model.problemsOf(key).some((one) => one.code === which.code));
    }
  }

  /** Columns that mean something, and added ones that hold or lack something. */
  arrangeColumns(): void {
    const { columns, mapping, rows } = this.#model;
    const used = new Set<number>();
    const added = columns.flatMap((column, index) => (column.added ? [index] : []));
    // While all is checked anew, the rows above tell; afterwards all of them do.
    const telling = this.#model.isChecked ? rows : rows.slice(0, firstLook);
    if (added.length > 0)
      for (const key of telling) {
        if (used.size === added.length) break;
        for (const column of added) if (this.#model.cell(key, column) !== '') used.add(column);
        for (const { column, repair } of this.#model.problemsOf(key)) {
          used.add(column);
          for (const edit of repair?.edits ?? []) used.add(edit.column);
        }
      }
    this.shown = columns.flatMap((column, index) =>
      column.added ? (used.has(index) ? [index] : []) : mapping.roles[index] === 'none' ? [] : [index],
    );
    if (this.shown.length === 0)
      this.shown = columns.flatMap((column, index) => (column.added ? [] : [index]));
  }

  problem(problem: Problem): ShownProblem {
    return { ...problem, open: this.#model.isOpen(problem), gridColumn: this.shown.indexOf(problem.column) };
  }

  row(index: number): ShownRow | null {
    const key = this.keys[index];
    if (key === undefined) return null;
    const problems = this.#model.problemsOf(key).map((one) => this.problem(one));
    const out = this.#model.notOrderOf(key);
    return {
      key,
      number: this.#model.numberOf(key),
      mark: out ? 'quiet' : markOf(problems),
      notOrder: out?.reason ?? '',
      askable: out?.askable ?? false,
      cells: this.shown.map((column) => this.#model.cell(key, column)),
      problems,
    };
  }

  /** The first problems of a kind, for the panel at the side. */
  list(fits: (problem: Problem) => boolean, who: (key: RowKey) => string): ListedProblem[] {
    const found: ListedProblem[] = [];
    for (let row = 0; row < this.keys.length && found.length < listed; row += 1) {
      const key = this.keys[row] ?? 0;
      for (const one of this.#model.problemsOf(key)) {
        if (!fits(one)) continue;
        const problem = this.problem(one);
        found.push({
          at: { row, column: Math.max(0, problem.gridColumn) },
          number: this.#model.numberOf(key),
          who: who(key),
          problem,
        });
        break;
      }
    }
    return found;
  }
}

function markOf(problems: readonly ShownProblem[]): RowMark {
  if (
    problems.some((one) => one.open && (one.weight === 'fault' || (one.weight === 'ask' && !isDouble(one))))
  )
    return 'needs';
  if (problems.some((one) => one.open && one.weight === 'repair' && !isDouble(one))) return 'repair';
  return problems.some(isDouble) ? 'double' : '';
}
