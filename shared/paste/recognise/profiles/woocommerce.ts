import type { Profile } from '../profile.ts';

/** Advanced Order Export. */
export const wooAdvanced: Profile = {
  id: 'woocommerce',
  matches: (has) =>
    (has('first name shipping') || has('address 1 2 shipping') || has('full name shipping')) &&
    (has('item name') || has('item name 1') || has('order number')),
  roles: { 'quantity refund': 'quantity', item: 'none' },
  patterns: [
    [/^sku \d+$/u, 'itemSku'],
    [/^item name \d+$/u, 'itemTitle'],
    [/^quantity \d+$/u, 'itemQuantity'],
    [/^item(?: cost)? \d+$/u, 'none'],
  ],
  isoCountries: true,
};

/** WebToffee and SkyVerge: one row per order, items packed into `line_item_N` or `order_item_N`. */
export const wooPacked: Profile = {
  id: 'woocommerce',
  matches: (has) =>
    has('shipping address 1') &&
    (has('line item 1') || has('order item 1') || has('line items')) &&
    (has('order number') || has('order id')),
  roles: {
    'order id': 'none',
    'order number formatted': 'none',
    'shipping items': 'none',
    'fee items': 'none',
    'tax items': 'none',
    'shipping phone': 'none',
    'shipping total': 'none',
  },
  patterns: [[/^(?:line|order) items?(?: \d+)?$/u, 'packedItems']],
  isoCountries: true,
};

/** Small export plug-ins: one row per item, everything repeated. */
export const wooOther: Profile = {
  id: 'woocommerce',
  matches: (has) => has('quantity of items purchased') || (has('order id') && has('item price excl tax')),
  isoCountries: true,
};
