import type { PastedOrder, Totals } from './pasteTypes.ts';

/** Sums for the review before anything leaves. Methods and modes that are blank count under ''. */
export function sumOrders(orders: readonly PastedOrder[]): Totals {
  const products = new Map<string, { key: string; title: string; orders: number; copies: number }>();
  const countries = new Map<string, number>();
  const methods = new Map<string, number>();
  const modes = new Map<string, number>();
  let copies = 0;
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const order of orders) {
    count(countries, order.country);
    count(methods, order.method);
    count(modes, order.mode);
    for (const item of order.items) {
      const key = item.productId || item.sku || item.title;
      const entry = products.get(key) ?? { key, title: item.title, orders: 0, copies: 0 };
      entry.orders++;
      entry.copies += item.quantity;
      copies += item.quantity;
      products.set(key, entry);
    }
  }
  const listed = (map: Map<string, number>): { key: string; orders: number }[] =>
    [...map].map(([key, orders_]) => ({ key, orders: orders_ })).sort((a, b) => b.orders - a.orders);
  return {
    orders: orders.length,
    copies,
    byProduct: [...products.values()].sort((a, b) => b.copies - a.copies),
    byCountry: listed(countries),
    byMethod: listed(methods),
    byMode: listed(modes),
  };
}
