import type { Clean } from './people.ts';
import { countries } from './people.ts';

/** A cell for each thing a shop knows of an order; dirt has been put in already. */
export interface Cells {
  invoice: string;
  sku: string;
  title: string;
  quantity: string;
  price: string;
  name: string;
  first: string;
  last: string;
  company: string;
  addr: string;
  addr2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  email: string;
  text: string;
}
export interface Shop {
  id: string;
  headers: string;
  /** Header (its n-th occurrence after `#`) of each cell. */
  at: Partial<Record<keyof Cells, string>>;
  delimiter?: string;
  /** How the shop writes countries. */
  country: 'iso' | 'en' | 'de' | 'alpha3' | 'gateway';
  /** All cells quoted, none at all, or where needed. */
  quote?: 'all' | 'none';
  /** Other cells of every row. */
  fixed?: Record<string, string>;
  money?: (price: string) => string;
  eol?: string;
  bom?: boolean;
  before?: string[];
  after?: string[];
  /** States where the shop writes any. */
  isoStates?: boolean;
}

const billing = { 'Billing Name': 'Other Person', 'Billing City': 'Elsewhere', 'Billing Zip': '10001' };

// prettier-ignore
export const shops: Shop[] = [
  { id: 'trepstar', country: 'gateway', headers: 'ProductID,CustomerEmail,Invoice,FirstName,LastName,ProductPrice,Address,City,State,Zip,Country,Quantity,SpecialText', at: { sku: 'ProductID', email: 'CustomerEmail', invoice: 'Invoice', first: 'FirstName', last: 'LastName', price: 'ProductPrice', addr: 'Address', city: 'City', state: 'State', zip: 'Zip', country: 'Country', quantity: 'Quantity', text: 'SpecialText' } },
  { id: 'gateway', country: 'gateway', delimiter: '\t', headers: 'productid,quantity,Invoice,typeMailMethod,email,nprice,bUsePriceOnCustomsForm,bSendOrderNotificationEmail,name,co,addr,city,st,zip,country,SpecialText,mode', fixed: { typeMailMethod: 'standard', mode: 'prod' }, at: { sku: 'productid', quantity: 'quantity', invoice: 'Invoice', email: 'email', price: 'nprice', name: 'name', company: 'co', addr: 'addr', city: 'city', state: 'st', zip: 'zip', country: 'country', text: 'SpecialText' } },
  { id: 'generic', country: 'gateway', headers: 'Order no,SKU,Title,Quantity,Name,Company,Address,Address 2,City,State,Zip,Country,Email,Price,Special text', at: { invoice: 'Order no', sku: 'SKU', title: 'Title', quantity: 'Quantity', name: 'Name', company: 'Company', addr: 'Address', addr2: 'Address 2', city: 'City', state: 'State', zip: 'Zip', country: 'Country', email: 'Email', price: 'Price', text: 'Special text' } },
  { id: 'shopify', country: 'iso', headers: 'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References', at: { invoice: 'Name', email: 'Email', quantity: 'Lineitem quantity', title: 'Lineitem name', price: 'Lineitem price', sku: 'Lineitem sku', name: 'Shipping Name', addr: 'Shipping Address1', addr2: 'Shipping Address2', company: 'Shipping Company', city: 'Shipping City', zip: 'Shipping Zip', state: 'Shipping Province', country: 'Shipping Country' }, fixed: { ...billing, 'Financial Status': 'paid', 'Paid at': '2026-11-20 09:12:44 -0500', 'Fulfillment Status': 'unfulfilled', 'Accepts Marketing': 'no', Currency: 'USD', 'Created at': '2026-11-20 09:12:40 -0500', 'Lineitem requires shipping': 'true', 'Lineitem fulfillment status': 'pending', 'Shipping Method': 'Standard', 'Billing Country': 'US', 'Billing Province': 'NY', Total: '25.00', 'Refunded Amount': '0.00', Id: '5566778899001', 'Risk Level': 'Low', Source: 'web', Vendor: 'Blue Door' }, eol: '\n' },
  { id: 'woo-advanced', country: 'iso', bom: true, headers: 'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount,Discount Amount Tax', at: { invoice: 'Order Number', email: 'Email (Billing)', first: 'First Name (Shipping)', last: 'Last Name (Shipping)', addr: 'Address 1&2 (Shipping)', city: 'City (Shipping)', state: 'State Code (Shipping)', zip: 'Postcode (Shipping)', country: 'Country Code (Shipping)', sku: 'SKU', title: 'Item Name', quantity: 'Quantity', price: 'Item Cost' }, fixed: { 'Order Status': 'Processing', 'Order Date': '2026-11-20 10:00', 'Item #': '1', 'First Name (Billing)': 'Other', 'Last Name (Billing)': 'Person', 'Postcode (Billing)': '10001', 'Country Code (Billing)': 'US', 'Shipping Method Title': 'Flat rate', 'Order Refund Amount': '0' } },
  { id: 'woo-jem', country: 'iso', quote: 'all', headers: 'Order ID,Order Date,Order Status,Customer Name,Order Total,Order Shipping,Payment Gateway,Shipping Method,Shipping Address Line 1,Shipping Address Line 2,Shipping City,Shipping State,Shipping Zip/Postcode,Shipping Country,Billing Phone Number,_transaction_id,Product Name,Quantity of items purchased,Item price EXCL. tax', at: { invoice: 'Order ID', name: 'Customer Name', addr: 'Shipping Address Line 1', addr2: 'Shipping Address Line 2', city: 'Shipping City', state: 'Shipping State', zip: 'Shipping Zip/Postcode', country: 'Shipping Country', title: 'Product Name', quantity: 'Quantity of items purchased', price: 'Item price EXCL. tax' }, fixed: { 'Order Status': 'processing', _transaction_id: 'ch_1', 'Order Date': '2026/11/20' }, money: (p) => p.replace('.', ',') },
  { id: 'etsy-items', country: 'en', headers: 'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU', at: { title: 'Item Name', quantity: 'Quantity', price: 'Price', name: 'Ship Name', addr: 'Ship Address1', addr2: 'Ship Address2', city: 'Ship City', state: 'Ship State', zip: 'Ship Zipcode', country: 'Ship Country', invoice: 'Order ID', sku: 'SKU' }, fixed: { 'Sale Date': '11/20/26', Buyer: 'Ann (annx)', Currency: 'USD', 'Transaction ID': '445566', 'Listing ID': '778899', 'Date Paid': '11/20/2026', 'Order Type': 'online', 'Listings Type': 'listing', 'Payment Type': 'online_cc', 'Item Total': '14.99', 'Discount Amount': '0' } },
  { id: 'amazon-unshipped', country: 'iso', delimiter: '\t', quote: 'none', headers: 'order-id,order-item-id,purchase-date,payments-date,reporting-date,promise-date,days-past-promise,buyer-email,buyer-name,buyer-phone-number,sku,product-name,quantity-purchased,quantity-shipped,quantity-to-ship,ship-service-level,recipient-name,ship-address-1,ship-address-2,ship-address-3,ship-city,ship-state,ship-postal-code,ship-country,is-business-order,purchase-order-number,price-designation,is-prime', at: { invoice: 'order-id', email: 'buyer-email', sku: 'sku', title: 'product-name', quantity: 'quantity-to-ship', name: 'recipient-name', addr: 'ship-address-1', addr2: 'ship-address-2', city: 'ship-city', state: 'ship-state', zip: 'ship-postal-code', country: 'ship-country' }, fixed: { 'order-item-id': '1234567', 'purchase-date': '2026-11-20T10:00:00+00:00', 'payments-date': '2026-11-20T10:00:00+00:00', 'quantity-purchased': '9', 'quantity-shipped': '0', 'ship-service-level': 'Standard', 'is-prime': 'false', 'is-business-order': 'false', 'days-past-promise': '-2', 'buyer-name': 'Someone Else' } },
  { id: 'squarespace', country: 'en', headers: 'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Address1,Billing Address2,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Cancelled at,Private Notes,Payment Method,Payment Reference', at: { invoice: 'Order ID', email: 'Email', quantity: 'Lineitem quantity', title: 'Lineitem name', price: 'Lineitem price', sku: 'Lineitem sku', name: 'Shipping Name', addr: 'Shipping Address1', addr2: 'Shipping Address2', city: 'Shipping City', zip: 'Shipping Zip', state: 'Shipping Province', country: 'Shipping Country' }, fixed: { ...billing, 'Financial Status': 'PAID', 'Fulfillment Status': 'PENDING', 'Amount Refunded': '0.00', 'Billing Country': 'United States', Currency: 'USD', 'Lineitem requires shipping': 'true' } },
  { id: 'bigcommerce-rows', country: 'en', eol: '\r\n', headers: 'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal,Order Total,Payment Method,Total Quantity,Total Shipped,Date Shipped,Ship Method,Order Notes,Customer Message,Billing First Name,Billing Last Name,Billing Company,Billing Street 1,Billing Street 2,Billing Suburb,Billing State,Billing Zip,Billing Country,Billing Phone,Billing Email,Shipping First Name,Shipping Last Name,Shipping Company,Shipping Street 1,Shipping Street 2,Shipping Suburb,Shipping State,Shipping Zip,Shipping Country,Shipping Phone,Shipping Email,Product ID,Product Qty,Product SKU,Product Name,Product Variation Details,Product Unit Price,Product Total Price', at: { invoice: 'Order ID', email: 'Customer Email', first: 'Shipping First Name', last: 'Shipping Last Name', company: 'Shipping Company', addr: 'Shipping Street 1', addr2: 'Shipping Street 2', city: 'Shipping Suburb', state: 'Shipping State', zip: 'Shipping Zip', country: 'Shipping Country', quantity: 'Product Qty', sku: 'Product SKU', title: 'Product Name', price: 'Product Unit Price' }, fixed: { 'Order Status': 'Awaiting Fulfillment', 'Customer Name': 'Other Person', 'Order Date': '20/11/2026', 'Total Shipped': '0', 'Product ID': '77', 'Billing First Name': 'Other' } },
  { id: 'ebay-us', country: 'en', before: [''], headers: 'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,Buyer Zip,Buyer Country,Ship To Name,Ship To Phone,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,Sale Date,Paid On Date,Shipping Service,Tracking Number,Transaction ID,Variation Details,eBay Plus', at: { invoice: 'Order Number', email: 'Buyer Email', name: 'Ship To Name', addr: 'Ship To Address 1', addr2: 'Ship To Address 2', city: 'Ship To City', state: 'Ship To State', zip: 'Ship To Zip', country: 'Ship To Country', title: 'Item Title', sku: 'Custom Label', quantity: 'Quantity', price: 'Sold For' }, fixed: { 'Sales Record Number': '331', 'Buyer Username': 'annx', 'Buyer Name': 'Other Person', 'Item Number': '2233445566', 'Sold Via Promoted Listings': 'No', 'Sale Date': 'Nov-20-26', 'Paid On Date': 'Nov-20-26', 'Shipping Service': 'Standard Shipping' }, money: (p) => `$${p}`, after: ['83,record(s) downloaded', 'Seller ID : bluedoor'] },
  { id: 'ebay-uk', country: 'en', headers: 'Sales record number,Order number,Buyer username,Buyer name,Buyer email,Buyer note,Buyer address 1,Buyer address 2,Buyer city,Buyer county,Buyer postcode,Buyer country,Post to name,Post to phone,Post to address 1,Post to address 2,Post to city,Post to county,Post to postcode,Post to country,Item number,Item title,Custom label,Sold via Promoted Listings,Quantity,Sold for,Postage and packaging,Total price,Sale date,Paid on date,Delivery service', at: { invoice: 'Order number', email: 'Buyer email', name: 'Post to name', addr: 'Post to address 1', addr2: 'Post to address 2', city: 'Post to city', state: 'Post to county', zip: 'Post to postcode', country: 'Post to country', title: 'Item title', sku: 'Custom label', quantity: 'Quantity', price: 'Sold for' }, fixed: { 'Buyer username': 'annx', 'Sale date': '20-Nov-26', 'Paid on date': '20-Nov-26' }, money: (p) => `£${p}` },
  { id: 'wix', country: 'alpha3', quote: 'all', headers: 'Order number,Date created,Time,Fulfill by,Total order quantity,Contact email,Note from customer,Additional checkout info,Item,Variant,SKU,Qty,Quantity refunded,Price,Weight,Custom text,Deposit amount,Delivery method,Delivery time,Recipient name,Recipient phone,Recipient company name,Delivery country,Delivery state,Delivery state name,Delivery city,Delivery address,Delivery zip/postal code,Billing name,Billing phone,Billing company name,Billing country,Delivery state,Delivery state name,Delivery city,Delivery address,Delivery zip/postal code,Payment status,Payment method,Shipping rate,Total tax,Total,Currency,Fulfillment status,Tracking number,Fulfillment service,Shipping label', at: { invoice: 'Order number', email: 'Contact email', title: 'Item', sku: 'SKU', quantity: 'Qty', price: 'Price', name: 'Recipient name', company: 'Recipient company name', country: 'Delivery country', state: 'Delivery state', city: 'Delivery city', addr: 'Delivery address', zip: 'Delivery zip/postal code' }, fixed: { 'Date created': 'Nov 20, 2026', Time: '10:00', 'Quantity refunded': '0', 'Payment status': 'Paid', 'Fulfillment status': 'Not Fulfilled', 'Total order quantity': '4', 'Billing name': 'Other Person', 'Billing country': 'USA', 'Delivery zip/postal code#2': '10001', 'Delivery city#2': 'New York', 'Delivery state#2': 'US-NY', Currency: 'EUR' }, isoStates: true },
  { id: 'gumroad', country: 'en', headers: 'Purchase ID,Item Name,Buyer Name,Purchase Email,Buyer Email,Do not contact?,Purchase Date,Purchase Time (UTC timezone),Subtotal ($),Taxes ($),Tax Type,Shipping ($),Sale Price ($),Fees ($),Net Total ($),Tip ($),Tax Included in Price?,Street Address,City,Zip Code,State,Country,Referrer,Refunded?,Partial Refund ($),Fully Refunded?,Disputed?,Variants,Discount Code,Product ID,Order Number,Item Price ($),Giftee Email,SKU ID,Quantity', at: { invoice: 'Purchase ID', title: 'Item Name', name: 'Buyer Name', email: 'Purchase Email', addr: 'Street Address', city: 'City', zip: 'Zip Code', state: 'State', country: 'Country', price: 'Item Price ($)', sku: 'SKU ID', quantity: 'Quantity' }, fixed: { 'Do not contact?': '0', 'Purchase Date': '2026-11-20', 'Refunded?': '0', 'Fully Refunded?': '0', 'Order Number': '99887766', 'Product ID': 'abc==', 'Sale Price ($)': '14.99' }, after: ['Totals,,,,,,,,100,0,,0,100,10,90'] },
  { id: 'kickstarter', country: 'iso', bom: true, headers: 'Backer Number,Backer UID,Backer Name,Email,Shipping Country,Shipping Amount,Reward Title,Backing Minimum,Reward ID,Bonus Support,Pledge Amount,Pledged At,Fulfillment Status,Pledged Status,Notes,Survey Response,Shipping Name,Shipping Address 1,Shipping Address 2,Shipping City,Shipping State,Shipping Postal Code,Shipping Country Name,Shipping Country Code,Shipping Phone Number,Shipping Delivery Notes', at: { invoice: 'Backer Number', email: 'Email', title: 'Reward Title', name: 'Shipping Name', addr: 'Shipping Address 1', addr2: 'Shipping Address 2', city: 'Shipping City', state: 'Shipping State', zip: 'Shipping Postal Code', country: 'Shipping Country Code' }, fixed: { 'Backer UID': '123123', 'Backer Name': 'Nick', 'Shipping Amount': '$5.00 USD', 'Backing Minimum': '$25.00 USD', 'Pledge Amount': '$30.00 USD', 'Pledged At': '2026/09/01, 10:00', 'Pledged Status': 'collected', 'Survey Response': '2026/10/01, 10:00', 'Fulfillment Status': '' } },
  { id: 'paypal', country: 'iso', bom: true, quote: 'all', headers: 'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,Sales Tax,Option 1 Name,Option 1 Value,Option 2 Name,Option 2 Value,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance,Address Line 1,Address Line 2/District/Neighborhood,Town/City,State/Province/Region/County/Territory/Prefecture/Republic,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Country Code,Balance Impact', at: { name: 'Name', email: 'From Email Address', title: 'Item Title', sku: 'Item ID', invoice: 'Invoice Number', quantity: 'Quantity', addr: 'Address Line 1', addr2: 'Address Line 2/District/Neighborhood', city: 'Town/City', state: 'State/Province/Region/County/Territory/Prefecture/Republic', zip: 'Zip/Postal Code', country: 'Country Code' }, fixed: { Date: '11/20/2026', Time: '10:00:00', TimeZone: 'PST', Type: 'Website Payment', Status: 'Completed', Currency: 'USD', Gross: '14.99', Fee: '-0.50', Net: '14.49', 'To Email Address': 'shop@example.org', 'Balance Impact': 'Credit', 'Address Status': 'Confirmed' } },
  { id: 'german', country: 'de', delimiter: ';', eol: '\r\n', headers: 'Bestellnummer;Artikelnummer;Artikelbezeichnung;Anzahl;Vorname;Nachname;Firma;Straße;Adresszusatz;PLZ;Ort;Bundesland;Land;E-Mail-Adresse;Einzelpreis;Versandart', at: { invoice: 'Bestellnummer', sku: 'Artikelnummer', title: 'Artikelbezeichnung', quantity: 'Anzahl', first: 'Vorname', last: 'Nachname', company: 'Firma', addr: 'Straße', addr2: 'Adresszusatz', zip: 'PLZ', city: 'Ort', state: 'Bundesland', country: 'Land', email: 'E-Mail-Adresse', price: 'Einzelpreis' }, money: (p) => `${p.replace('.', ',')} €`, fixed: { Versandart: 'Standard' } },
  { id: 'french', country: 'iso', delimiter: ';', headers: 'N° de commande;Référence produit;Article;Qté;Nom complet;Société;Adresse;Complément d’adresse;Code postal;Ville;Région;Code pays;Courriel;Prix unitaire', at: { invoice: 'N° de commande', sku: 'Référence produit', title: 'Article', quantity: 'Qté', name: 'Nom complet', company: 'Société', addr: 'Adresse', addr2: 'Complément d’adresse', zip: 'Code postal', city: 'Ville', state: 'Région', country: 'Code pays', email: 'Courriel', price: 'Prix unitaire' } },
  { id: 'italian', country: 'iso', headers: 'Numero ordine,Codice articolo,Articolo,Quantità,Nome,Cognome,Azienda,Indirizzo,Interno,CAP,Città,Provincia,Nazione,Indirizzo email,Prezzo', at: { invoice: 'Numero ordine', sku: 'Codice articolo', title: 'Articolo', quantity: 'Quantità', first: 'Nome', last: 'Cognome', company: 'Azienda', addr: 'Indirizzo', addr2: 'Interno', zip: 'CAP', city: 'Città', state: 'Provincia', country: 'Nazione', email: 'Indirizzo email', price: 'Prezzo' } },
];

export const cellsOf = (clean: Clean, shop: Shop): Cells => {
  const land = countries.get(clean.iso);
  const country = {
    iso: clean.iso,
    gateway: clean.iso === 'GB' ? 'UK' : clean.iso,
    en: land?.en ?? '',
    de: land?.de ?? '',
    alpha3: land?.alpha3 ?? '',
  }[shop.country];
  return {
    ...clean,
    name: `${clean.first} ${clean.last}`,
    country,
    text: '',
    price: (shop.money ?? String)(clean.price),
  };
};

/** Column (from 0) of a header; `#2` = its second occurrence. */
export function columnOf(shop: Shop, wanted: string): number {
  const [header = '', nth = '1'] = wanted.split(/#(?=\d$)/u);
  let seen = 0;
  return headersOf(shop).findIndex((one) => one === header && ++seen === Number(nth));
}
export const headersOf = (shop: Shop): string[] => shop.headers.split(shop.headers.includes(';') ? ';' : ',');

export function recordOf(shop: Shop, cells: Cells): string[] {
  const record = headersOf(shop).map((header) => shop.fixed?.[header] ?? '');
  for (const [header, value] of Object.entries(shop.fixed ?? {})) {
    const at = columnOf(shop, header);
    if (at !== -1) record[at] = value;
  }
  for (const [field, header] of Object.entries(shop.at) as [keyof Cells, string][])
    record[columnOf(shop, header)] = cells[field];
  return record;
}

export function writeText(shop: Shop, records: readonly string[][]): string {
  const delimiter = shop.delimiter ?? ',';
  const eol = shop.eol ?? '\r\n';
  const cell = (text: string): string =>
    shop.quote === 'none'
      ? text.replaceAll(/[\t\r\n]+/gu, ' ')
      : shop.quote === 'all' || text.includes(delimiter) || /["\r\n]/u.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
  const lines = [headersOf(shop), ...records].map((record) => record.map(cell).join(delimiter));
  return (
    (shop.bom ? '\ufeff' : '') + [...(shop.before ?? []), ...lines, ...(shop.after ?? [])].join(eol) + eol
  );
}
