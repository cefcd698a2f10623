import type { Profile } from '../profile.ts';

/** Sold Orders has no products; Sold Order Items has. */
export const etsy: Profile = {
  id: 'etsy',
  countryNames: true,
  matches: (has) => has('sale date') && (has('ship zipcode') || has('listing id') || has('number of items')),
  roles: {
    'number of items': 'itemTotal',
    'transaction id': 'none',
    'listing id': 'none',
    buyer: 'none',
    'date shipped': 'shipped',
    'order type': 'none',
    status: 'status',
    'item total': 'none',
  },
};

export const amazon: Profile = {
  id: 'amazon',
  matches: (has) =>
    (has('order id') && (has('order item id') || has('ship service level'))) ||
    (has('amazon order id') && has('sku')),
  roles: {
    'order id': 'invoice',
    'amazon order id': 'invoice',
    'merchant order id': 'none',
    'order item id': 'none',
    'quantity shipped': 'none',
    'buyer name': 'none',
    'purchase order number': 'none',
    'ship phone number': 'none',
  },
  isoCountries: true,
  unquoted: true,
};

export const ebay: Profile = {
  id: 'ebay',
  moneyMarks: true,
  countryNames: true,
  matches: (has) =>
    (has('sales record number') && (has('item title') || has('buyer username') || has('order number'))) ||
    (has('item title') && has('custom label')) ||
    has('verkaufsprotokollnummer') ||
    has('vollstandiger name des kaufers') ||
    has('versandziel plz') ||
    has('salesrecordnumber'),
  roles: {
    'order number': 'invoice',
    ordernumber: 'invoice',
    bestellnummer: 'invoice',
    'item number': 'none',
    itemnumber: 'none',
    artikelnummer: 'none',
    'transaction id': 'none',
    'tracking number': 'none',
    'shipped on date': 'shipped',
    'custom label': 'sku',
    customlabel: 'sku',
    itemtitle: 'title',
    'verschickt am datum': 'shipped',
    'shipping and handling': 'none',
    'verkauft fur': 'price',
    'sold via promoted listings': 'none',
    'total price': 'none',
  },
  fallbacks: {
    'order number': 'sales record number',
    ordernumber: 'salesrecordnumber',
    bestellnummer: 'verkaufsprotokollnummer',
  },
};

export const wix: Profile = {
  id: 'wix',
  alpha3: true,
  statesWithCountry: true,
  matches: (has) =>
    has('recipient name') && (has('fulfill by') || has('delivery country') || has('total order quantity')),
  roles: {
    'total order quantity': 'none',
    'delivery state name': 'none',
    'custom text': 'none',
    'delivery time': 'none',
    'shipping label': 'none',
    'fulfillment status': 'shipped',
    'payment status': 'status',
    'recipient company name': 'company',
    'shipping rate': 'none',
  },
};

export const gumroad: Profile = {
  id: 'gumroad',
  countryNames: true,
  moneyMarks: true,
  matches: (has) => has('purchase id') && has('item name') && has('buyer name'),
  roles: {
    'purchase id': 'invoice',
    'order number': 'none',
    'product id': 'none',
    'sku id': 'sku',
    'purchase email': 'email',
    'buyer email': 'none',
    'giftee email': 'none',
    'fully refunded': 'refunded',
    refunded: 'none',
    'buyer name': 'name',
    'street address': 'addr',
    'item price': 'price',
    'sale price': 'none',
    shipping: 'none',
  },
  paddedZips: true,
};
