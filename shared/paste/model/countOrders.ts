import type { OrderBook } from '../orderBook.ts';
import type { Counts } from '../pasteTypes.ts';
import type { RowList } from '../rowList.ts';

/** How many orders there are and how they stand, without making objects of those that nobody looked at. */
export function countOrders(rows: RowList, orders: OrderBook): Counts {
  const counts: Counts = {
    rows: rows.length,
    orders: 0,
    ready: 0,
    attention: 0,
    notOrders: 0,
    notices: 0,
  };
  for (let pos = 0; pos < rows.length; pos++) {
    const key = rows.keyAt(pos);
    const id = orders.idOf(key);
    if (id === -1) continue;
    const order = orders.seen(id);
    if (order === undefined) {
      counts.orders++;
      counts.ready++;
    } else if (order.rows[0]?.key !== key) continue;
    else if (order.state === 'notOrder') counts.notOrders++;
    else {
      counts.orders++;
      counts.notices += order.notices;
      if (order.state === 'ready') counts.ready++;
      else counts.attention++;
    }
  }
  return counts;
}
