import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { Change, ChangeStep, Mapping } from '../../../shared/paste/pasteTypes.ts';
import type { RowsShown, SendRow } from '../protocol.ts';
import { Slices } from './slices.ts';
import { makeSheetUndo, remap, takeBack, type Inverse } from './sheetUndo.ts';
import { SheetView } from './sheetView.ts';

/** The sheet that is worked on: its model, how it is shown, the way back, and what was fixed for sending. */
export class OpenSheet {
  version = 0;
  model: PasteModel | null = null;
  view: SheetView | null = null;
  plan: SendRow[] = [];
  /** Repairs that were taken. */
  repaired = 0;
  #undo = makeSheetUndo();
  #changed: (rowCount: number) => void;
  #progressed: () => void;
  /** Counts the checks, so that the work on an older one ends. */
  #job = 0;
  #share: number | null = null;
  #checked: Promise<void> = Promise.resolve();

  /** `changed`: rows or cells did; `progressed`: more rows were checked. */
  constructor(changed: (rowCount: number) => void, progressed: () => void) {
    this.#changed = changed;
    this.#progressed = progressed;
  }

  /** Shows another sheet; nothing of the one before stays. Who asked for it is answered with it: `tell` is for others. */
  show(model: PasteModel, which?: RowsShown): void {
    this.#endCheck();
    this.model = model;
    this.view = new SheetView(model);
    if (which) this.view.which = which;
    this.#undo.clear();
    this.plan = [];
    this.repaired = 0;
    this.view.arrangeColumns();
    this.view.arrange();
    this.version += 1;
  }

  close(): void {
    this.#endCheck();
    this.model = null;
    this.view = null;
    this.plan = [];
    this.tell();
  }

  #endCheck(): void {
    this.#job += 1;
    this.#share = null;
    this.#checked = Promise.resolve();
  }

  /** Both are there, or it is a bug. */
  need(): { model: PasteModel; view: SheetView } {
    if (!this.model || !this.view) throw new Error('there is no paste');
    return { model: this.model, view: this.view };
  }

  arrange(also?: 'columns'): void {
    if (also) this.view?.arrangeColumns();
    this.view?.arrange();
    this.tell();
  }

  tell(): void {
    this.version += 1;
    this.#changed(this.view?.keys.length ?? 0);
  }

  /** Keeps the way back of a change of the model, and tells of it. */
  apply(change: Change | undefined): void {
    if (!change) return;
    if (change.inverse.length > 0) this.#undo.push(change.inverse);
    this.#afterSteps(change.inverse);
  }

  /** Keeps what takes several changes back as one. */
  keep(steps: ChangeStep[]): void {
    this.#undo.push(steps);
  }

  remap(mapping: Mapping): void {
    if (!this.model) return;
    this.#undo.push(remap(this.model, mapping));
    this.checkAnew('columns');
  }

  /** After something that all rows have to be checked against: in slices, between which the page is answered. */
  checkAnew(also?: 'columns'): void {
    const { model } = this;
    if (!model || model.isChecked) return;
    this.#checked = this.#checkOn(model, also);
  }
  async #checkOn(model: PasteModel, also?: 'columns'): Promise<void> {
    const slices = new Slices();
    // Whoever changes cells meanwhile begins the check again; whoever shows another sheet ends it.
    const job = (this.#job += 1);
    this.#share = null;
    for (let share = model.checkOn(); share !== null; share = model.checkOn()) {
      if (!slices.isDue) continue;
      // The rows in view are asked for again and looked at first.
      if (this.#share === null) this.arrange(also);
      this.#progress(share);
      await slices.rest();
      if (this.#job !== job) return;
    }
    this.#share = null;
    this.arrange(also);
  }
  #progress(share: number): void {
    if (this.#share !== null && share > this.#share && share - this.#share < 0.05) return;
    this.#share = share;
    this.#progressed();
  }
  /** Resolves when all rows are checked. */
  checked(): Promise<void> {
    return this.#checked;
  }
  /** Share of the rows that are checked anew; null = all. */
  get checking(): number | null {
    return this.model?.isChecked === false ? (this.#share ?? 0) : null;
  }

  #afterSteps(steps: readonly ChangeStep[]): void {
    // Rows that were chosen by their problems stay when one is mended: the next would slip from under the hands.
    if (steps.some((step) => step.kind === 'insert' || step.kind === 'delete')) this.view?.arrange();
    this.tell();
  }

  get canUndo(): boolean {
    return this.#undo.canUndo;
  }
  get canRedo(): boolean {
    return this.#undo.canRedo;
  }
  undo(): void {
    this.#undo.undo((steps) => this.#takeBack(steps));
  }
  redo(): void {
    this.#undo.redo((steps) => this.#takeBack(steps));
  }
  #takeBack(inverse: Inverse): Inverse {
    const again = takeBack(this.need().model, inverse);
    if (Array.isArray(inverse)) this.#afterSteps(inverse);
    else this.checkAnew('columns');
    return again;
  }
  /** What was done so far cannot be taken back any more. */
  forgetUndo(): void {
    this.#undo.clear();
  }
}
