import type { Profile } from '../profile.ts';

export const shopify: Profile = {
  id: 'shopify',
  matches: (has) =>
    has('name') &&
    !has('lineitem variant') &&
    (has('lineitem name') ||
      has('lineitem quantity') ||
      (has('shipping address1') && has('billing address1'))),
  roles: {
    name: 'invoice',
    id: 'none',
    'shipping street': 'none',
    'billing street': 'none',
    'shipping province name': 'none',
    'billing province name': 'none',
    'lineitem fulfillment status': 'shipped',
    'fulfillment status': 'shipped',
    'fulfilled at': 'none',
    'receipt number': 'none',
    'payment reference': 'none',
    'payment id': 'none',
    'lineitem price': 'price',
    source: 'none',
    employee: 'none',
    location: 'none',
    notes: 'none',
  },
  isoCountries: true,
};

export const squarespace: Profile = {
  id: 'squarespace',
  countryNames: true,
  matches: (has) => has('order id') && has('lineitem variant'),
  roles: {
    'fulfillment status': 'shipped',
    'lineitem fulfillment status': 'shipped',
    'fulfilled at': 'none',
    'payment reference': 'none',
  },
};
