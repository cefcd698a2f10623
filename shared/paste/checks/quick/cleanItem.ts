import { maxSpecialText } from '../../../orders/rules/text.ts';
import { look } from '../../cells/charClasses.ts';
import { Distinct } from '../../cells/distinct.ts';
import {
  checkItems,
  checkPrice,
  checkProduct,
  checkQuantity,
  checkSpecialText,
  readCount,
} from '../itemChecks.ts';
import { hasItem, itemsOf } from '../../items.ts';
import { maxQuantity } from '../../../orders/rules/lines.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Tells that product, quantity, price and special text have nothing wrong; each product and price is judged once. */
export class CleanItem {
  /** The last row names a product. */
  hasItem = false;
  private readonly cells: RowAtHand;
  private readonly skus = new Distinct();
  private readonly titles = new Distinct();
  private readonly prices = new Distinct();
  /** By number of the SKU: it tells the product alone. */
  private readonly skuTells: boolean[] = [];
  /** By number of the SKU and of the title, both from 1; 0 = none. */
  private readonly goodProducts: boolean[][] = [];
  private readonly goodPrices: boolean[] = [];

  constructor(cells: RowAtHand) {
    this.cells = cells;
  }

  isClean(): boolean {
    return (
      this.productIsClean() &&
      this.quantityIsClean() &&
      this.itemsAreClean() &&
      this.priceIsClean() &&
      this.specialTextIsClean()
    );
  }

  /** Products in packed or numbered columns, and that they are not too many together. */
  private itemsAreClean(): boolean {
    const { cells } = this;
    const { severalItems, layout, mapping } = cells.world;
    if (!severalItems) return true;
    this.hasItem ||= hasItem(cells.row, layout);
    if (!cells.agrees(checkItems)) return false;
    let sum = 0;
    for (const { quantity } of itemsOf(cells.row, layout, mapping)) sum += readCount(quantity)?.value ?? 0;
    return sum <= maxQuantity;
  }

  private productIsClean(): boolean {
    const { cells } = this;
    const { at } = cells;
    const { products } = cells.world;
    const hasTitle = cells.find(at.title) > 0;
    let sku = 0;
    if (cells.find(at.sku) > 0) {
      sku = this.skus.numberOf(cells.text, cells.from, cells.to) + 1;
      if (sku === 0) {
        this.hasItem = true;
        return cells.agreesByText(at.sku, checkProduct);
      }
    }
    this.hasItem = sku > 0 || hasTitle;
    // The title only tells the product where the SKU does not.
    const alone = (this.skuTells[sku] ??= products.size === 0 || (sku > 0 && products.hasKey(cells.found())));
    let title = 0;
    if (hasTitle && !alone) {
      cells.find(at.title);
      title = this.titles.numberOf(cells.text, cells.from, cells.to) + 1;
      if (title === 0) return cells.agreesByText(at.sku, checkProduct);
    } else if (hasTitle && sku === 0) title = 1;
    const known = (this.goodProducts[sku] ??= []);
    return (known[title] ??= cells.agreesByText(at.sku, checkProduct));
  }

  private quantityIsClean(): boolean {
    const { cells } = this;
    const { at } = cells;
    const { quantities } = cells.world.layout;
    for (let i = 0; i < quantities.length; i++) {
      const column = quantities[i] ?? -1;
      const length = cells.find(column);
      if (length === 0) continue;
      const first = cells.text.charCodeAt(cells.from);
      if (column === at.quantity && first === 0x30) return false;
      const second = length === 2 ? cells.text.charCodeAt(cells.from + 1) : 0x30;
      const plain = first >= 0x31 && first <= 0x39 && second >= 0x30 && second <= 0x39 && length <= 2;
      // The check looks at all quantities of the row; numbers of three digits may be too many for one order.
      if (!plain) return length <= 2 && at.refundedQuantity === -1 && cells.agrees(checkQuantity);
    }
    return true;
  }

  private priceIsClean(): boolean {
    const { cells } = this;
    const { price } = cells.at;
    if (cells.find(price) === 0) return true;
    const number = this.prices.numberOf(cells.text, cells.from, cells.to);
    if (number === -1) return cells.agreesByText(price, checkPrice);
    return (this.goodPrices[number] ??= cells.agreesByText(price, checkPrice));
  }

  private specialTextIsClean(): boolean {
    const { cells } = this;
    const column = cells.at.text;
    const length = cells.find(column);
    // Signs of HTML are among those that need a closer look.
    const plain = length === 0 || (length <= maxSpecialText && (cells.flags(column) & look) === 0);
    return plain || cells.agrees(checkSpecialText);
  }
}
