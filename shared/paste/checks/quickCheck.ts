import type { StatusSense } from '../notOrders.ts';
import type { RowKey } from '../pasteTypes.ts';
import type { RowList } from '../rowList.ts';
import type { RowCheck } from './context.ts';
import { checkInvoice } from './itemChecks.ts';
import { CleanChoices } from './quick/cleanChoices.ts';
import { CleanItem } from './quick/cleanItem.ts';
import { CleanPerson } from './quick/cleanPerson.ts';
import { CleanPlace } from './quick/cleanPlace.ts';
import { CleanStatus } from './quick/cleanStatus.ts';
import { CleanTexts } from './quick/cleanTexts.ts';
import { PlainOrder } from './quick/plainOrder.ts';
import { RowAtHand } from './quick/rowAtHand.ts';

/**
 * Nearly every row is an order of its own that no check has anything to say about. This finds such rows without
 * making strings: by classes of letters that the reader noted, by what the same text was found to be before (country,
 * state, product, price…), and by the checks themselves where that is not enough. It never judges otherwise than the
 * checks do: what it cannot tell at once it leaves to them.
 */
export class QuickCheck {
  private readonly cells: RowAtHand;
  private readonly order: PlainOrder;
  private readonly texts: CleanTexts;
  private readonly status: CleanStatus;
  private readonly place: CleanPlace;
  private readonly who: CleanPerson;
  private readonly item: CleanItem;
  private readonly choices: CleanChoices;

  private constructor(rows: RowList, check: RowCheck, headers: readonly string[], sense: StatusSense) {
    const cells = new RowAtHand(rows, check);
    this.cells = cells;
    this.order = new PlainOrder(cells, headers);
    this.texts = new CleanTexts(cells);
    this.status = new CleanStatus(cells, sense);
    this.place = new CleanPlace(cells);
    this.who = new CleanPerson(cells);
    this.item = new CleanItem(cells);
    this.choices = new CleanChoices(cells);
  }

  /** null = this kind of sheet needs the full checks for every row. */
  static for(
    rows: RowList,
    check: RowCheck,
    headers: readonly string[],
    sense: StatusSense,
  ): QuickCheck | null {
    const { layout } = check.world;
    if (layout.itemTotal !== -1 || layout.at.wholeAddress !== -1 || layout.names.length === 0) return null;
    return new QuickCheck(rows, check, headers, sense);
  }

  /** Of the last plain order: `invoiceHash`, 0 = none. */
  get hash(): number {
    return this.order.hash;
  }
  /** Of the last clean row. */
  get iso(): string {
    return this.cells.iso;
  }
  get person(): number {
    return this.who.person;
  }
  get near(): number {
    return this.who.near;
  }
  get hasItem(): boolean {
    return this.item.hasItem;
  }

  /** Surely neither totals nor a title, with an address of its own; sets `hash`. */
  isPlainOrder(key: RowKey): boolean {
    return this.order.isPlain(key);
  }

  /**
   * No check has anything to say about the row that `isPlainOrder` was asked about last, as the only one of its order.
   * Sets what the radar asks for.
   */
  isClean(): boolean {
    const { plainInvoice } = this.order;
    if (
      !this.texts.areClean(plainInvoice) ||
      !this.status.isToBeSent() ||
      !this.place.isClean() ||
      !this.who.isClean() ||
      !(plainInvoice || this.cells.agrees(checkInvoice)) ||
      !this.item.isClean() ||
      !this.choices.isClean()
    )
      return false;
    this.who.read();
    return true;
  }
}
