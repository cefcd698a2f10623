import type { Profile } from '../profile.ts';

/** TrepStar's own spreadsheet import, and the names of its gateway. */
export const trepstar: Profile = {
  id: 'trepstar',
  matches: (has) =>
    has('productid') &&
    (has('customeremail') || has('typemailmethod') || has('specialtext') || (has('invoice') && has('zip'))),
  roles: { productid: 'sku', name: 'name', st: 'state', co: 'company', nprice: 'price' },
};

export const bigcommerce: Profile = {
  id: 'bigcommerce',
  moneyMarks: true,
  countryNames: true,
  matches: (has) =>
    (has('order id') && has('shipping suburb')) ||
    (has('product details') && has('order status')) ||
    (has('shipping street 1') && has('product qty')),
  roles: {
    'shipping suburb': 'city',
    'billing suburb': 'city',
    'total quantity': 'none',
    'total shipped': 'none',
    'product details': 'packedItems',
    'product id': 'none',
    'customer id': 'none',
    'date shipped': 'shipped',
    'shipping cost': 'none',
    'order notes': 'none',
  },
  patterns: [
    [/^product qty(?: \d+)?$/u, 'quantity'],
    [/^product sku(?: \d+)?$/u, 'sku'],
    [/^product name(?: \d+)?$/u, 'title'],
    [/^product unit price(?: \d+)?$/u, 'price'],
  ],
};

/** The same cart's template for MYOB: town, state and postcode share a line, the country is the last one. */
export const myob: Profile = {
  id: 'myob',
  countryNames: true,
  matches: (has) => has('co last name') && has('address line 4'),
  roles: {
    'co last name': 'lastName',
    'address line 3': 'city',
    'address line 4': 'country',
    'item number': 'sku',
    'card id': 'none',
  },
};

/** One column per product with its quantity; the pledge level stands for no product then. */
export const backerkit: Profile = {
  id: 'backerkit',
  matches: (has) => has('pledge level') && has('email') && !has('backer number'),
  itemCounts: 'pledge level',
};

export const kickstarter: Profile = {
  id: 'kickstarter',
  moneyMarks: true,
  matches: (has) =>
    has('backer number') && (has('reward title') || has('pledge amount') || has('shipping country code')),
  roles: {
    'backer number': 'invoice',
    'backer uid': 'none',
    'backer name': 'none',
    'shipping country': 'none',
    'shipping country name': 'none',
    'shipping country code': 'country',
    'reward title': 'title',
    'reward id': 'none',
    'pledge amount': 'none',
    'backing minimum': 'none',
    'bonus support': 'none',
    'fulfillment status': 'shipped',
    'pledged status': 'status',
    'survey response': 'none',
    'shipping amount': 'none',
    'shipping delivery notes': 'none',
    notes: 'none',
  },
  patterns: [[/^addon \d+/u, 'itemColumn']],
  itemsBetween: ['notes', 'survey response'],
  fallbacks: { 'shipping name': 'backer name', 'shipping country code': 'shipping country' },
  isoCountries: true,
};

export const paypal: Profile = {
  id: 'paypal',
  moneyMarks: true,
  countryNames: true,
  matches: (has) =>
    (has('transaction id') && has('gross')) ||
    (has('transaktionscode') && has('brutto')) ||
    (has('indirizzo email mittente') && (has('lordo') || has('tariffa'))),
  roles: {
    'invoice number': 'invoice',
    rechnungsnummer: 'invoice',
    'transaction id': 'none',
    transaktionscode: 'none',
    'shipping address': 'none',
    lieferadresse: 'none',
    name: 'name',
    'item title': 'title',
    'item id': 'sku',
    artikelbezeichnung: 'title',
    artikelnummer: 'sku',
    'to email address': 'none',
    'empfanger e mail adresse': 'none',
    'an e mail adresse': 'none',
    'from email address': 'email',
    'absender e mail adresse': 'email',
    type: 'status',
    typ: 'status',
    art: 'status',
    status: 'status',
    'address status': 'none',
    'adress status': 'none',
    'country code': 'country',
    landervorwahl: 'country',
    country: 'none',
    land: 'none',
    'receipt id': 'none',
    empfangsnummer: 'none',
    'reference txn id': 'none',
    'zugehoriger transaktionscode': 'none',
    'custom number': 'none',
    zollnummer: 'none',
    subject: 'none',
    note: 'none',
    balance: 'none',
    guthaben: 'none',
    gross: 'status',
    brutto: 'status',
    lordo: 'status',
    'balance impact': 'status',
    'auswirkung auf guthaben': 'status',
    'impatto sul saldo': 'status',
    'shipping and handling amount': 'none',
  },
  fallbacks: {
    'invoice number': 'transaction id',
    rechnungsnummer: 'transaktionscode',
    'country code': 'country',
    landervorwahl: 'land',
  },
};

/** Order grid of Magento: the address stands in one cell, products are not in it. */
export const magento: Profile = {
  id: 'magento',
  matches: (has) => has('purchase point') && has('ship to name'),
  roles: {
    id: 'invoice',
    'ship to name': 'name',
    'bill to name': 'none',
    'shipping address': 'wholeAddress',
    'billing address': 'none',
    'shipping information': 'method',
    'customer email': 'email',
    'customer name': 'none',
    'shipping and handling': 'none',
    status: 'status',
    'payment method': 'none',
  },
};

/** Orders of Discogs: buyers are user names, the address is a label of lines. */
export const discogs: Profile = {
  id: 'discogs',
  countryNames: true,
  matches: (has) =>
    has('shipping address') &&
    has('buyer') &&
    (has('buyer info') || has('rating of buyer') || has('release id')),
  roles: {
    order: 'invoice',
    'order num': 'none',
    buyer: 'none',
    'buyer info': 'none',
    'shipping address': 'wholeAddress',
    shipping: 'none',
    currency: 'none',
    'item id': 'none',
    catalog: 'sku',
    title: 'title',
    status: 'status',
  },
  fallbacks: { order: 'order num' },
};

/** Order grid of PrestaShop: no address and no product; `Delivery` is the country. */
export const prestashop: Profile = {
  id: 'prestashop',
  countryNames: true,
  matches: (has) =>
    (has('reference') &&
      (has('new client') || has('nouveau client') || has('nuovo cliente') || has('neukunde'))) ||
    (has('referenz') && has('neukunde')) ||
    (has('riferimento') && has('nuovo cliente')),
  roles: {
    id: 'none',
    reference: 'invoice',
    referenz: 'invoice',
    riferimento: 'invoice',
    delivery: 'country',
    livraison: 'country',
    lieferung: 'country',
    consegna: 'country',
    customer: 'name',
    client: 'name',
    kunde: 'name',
    cliente: 'name',
    etat: 'status',
    status: 'status',
    stato: 'status',
  },
};

export const shopware: Profile = {
  id: 'shopware',
  matches: (has) => has('orderid') && has('orderdetailid'),
  roles: {
    number: 'invoice',
    orderid: 'none',
    orderdetailid: 'none',
    articleid: 'none',
    articlenumber: 'sku',
  },
};
