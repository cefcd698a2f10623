import { Distinct } from '../../cells/distinct.ts';
import type { Layout } from '../../layout.ts';
import { skipReason } from '../../notOrders.ts';
import type { StatusSense } from '../../notOrders.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Tells that nothing keeps a row from being sent; each status is judged once. */
export class CleanStatus {
  private readonly cells: RowAtHand;
  private readonly sense: StatusSense;
  private readonly silent: { column: number; texts: Distinct; skips: boolean[] }[];

  constructor(cells: RowAtHand, sense: StatusSense) {
    const { layout } = cells.world;
    const columns = [...layout.status, ...layout.cancelled, ...layout.refunded, ...layout.shipped];
    this.cells = cells;
    this.sense = sense;
    this.silent = columns.map((column) => ({ column, texts: new Distinct(), skips: [] }));
  }

  /** No status column says cancelled, refunded or shipped, and the quantity is not 0. */
  isToBeSent(): boolean {
    const { cells } = this;
    const { at } = cells;
    for (const { column, texts, skips } of this.silent) {
      if (cells.find(column) === 0) continue;
      const number = texts.numberOf(cells.text, cells.from, cells.to);
      if (number === -1) return false;
      if (
        (skips[number] ??= skipReason(cells.row, pickStatus(cells.world.layout, column), this.sense) !== '')
      )
        return false;
    }
    const refunded = cells.find(at.refundedQuantity);
    return refunded === 0 || (refunded === 1 && cells.text.charCodeAt(cells.from) === 0x30);
  }
}

/** The layout as if this were the only column that may keep a row back. */
function pickStatus(layout: Layout, column: number): Layout {
  const pick = (columns: readonly number[]): number[] => columns.filter((one) => one === column);
  return {
    ...layout,
    status: pick(layout.status),
    cancelled: pick(layout.cancelled),
    refunded: pick(layout.refunded),
    shipped: pick(layout.shipped),
  };
}
