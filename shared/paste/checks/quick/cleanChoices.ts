import { Judged } from '../../cells/judged.ts';
import { readChoice, readMode } from '../../toOrder.ts';
import { checkChoices } from '../itemChecks.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Tells that yes-or-no columns and the mode are understood and ask for nothing that is missing. */
export class CleanChoices {
  private readonly cells: RowAtHand;
  private readonly columns: { column: number; silent: Judged<boolean> }[];

  constructor(cells: RowAtHand) {
    const { emailCustomer, customsPrice, mode } = cells.at;
    const isNo = (text: string): boolean => {
      const choice = readChoice(text.trim());
      return choice === false || choice === '';
    };
    this.cells = cells;
    this.columns = [
      { column: emailCustomer, silent: new Judged(isNo) },
      { column: customsPrice, silent: new Judged(isNo) },
      { column: mode, silent: new Judged((text) => readMode(text.trim()) !== null) },
    ].filter(({ column }) => column !== -1);
  }

  isClean(): boolean {
    const { cells } = this;
    for (const { column, silent } of this.columns)
      if (cells.find(column) > 0 && !silent.of(cells.text, cells.from, cells.to))
        // A yes may want an e-mail address or a price.
        return cells.agrees(checkChoices);
    return true;
  }
}
