/** The fields of a pasted order, as reports, tests and the page name them. */
export const pasteFields = [
  'invoice',
  'sku',
  'title',
  'quantity',
  'name',
  'company',
  'addr',
  'city',
  'state',
  'zip',
  'country',
  'email',
  'method',
  'price',
  'text',
] as const;
export type PasteField = (typeof pasteFields)[number];

/**
 * What one column of the source means. More than the fields: parts that are joined (first + last name, address
 * lines), packed or counted items, and columns that say that a row is no order.
 */
export const columnRoles = [
  'none',
  ...pasteFields,
  'firstName',
  'lastName',
  'houseNumber',
  'addr2',
  'addr3',
  /** Street, city, region and postcode in one cell. */
  'wholeAddress',
  /** Many products in one cell (`a|b`, `name:…|sku:…|quantity:…`). */
  'packedItems',
  /** The header names a product, the cell holds its quantity. */
  'itemColumn',
  /** Numbered item columns: `SKU #1`, `Item Name #1`, `Quantity #1`. */
  'itemSku',
  'itemTitle',
  'itemQuantity',
  /** How many things an order has, where no column says how many of which (Etsy's list of orders). */
  'itemTotal',
  'status',
  'cancelled',
  'refunded',
  'refundedQuantity',
  'shipped',
  'mode',
  'emailCustomer',
  'customsPrice',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Roles that say who and where. */
export const addressRoles: readonly ColumnRole[] = [
  'name',
  'firstName',
  'lastName',
  'company',
  'addr',
  'houseNumber',
  'addr2',
  'addr3',
  'city',
  'state',
  'zip',
  'country',
];

const partOf: Partial<Record<ColumnRole, PasteField>> = {
  firstName: 'name',
  lastName: 'name',
  houseNumber: 'addr',
  addr2: 'addr',
  addr3: 'addr',
  wholeAddress: 'addr',
  packedItems: 'title',
  itemColumn: 'quantity',
  itemSku: 'sku',
  itemTitle: 'title',
  itemQuantity: 'quantity',
};

const fieldSet: ReadonlySet<string> = new Set(pasteFields);
const isField = (role: ColumnRole): role is PasteField => fieldSet.has(role);

/** The field a column's role fills, null = none. */
export const fieldOfRole = (role: ColumnRole): PasteField | null =>
  isField(role) ? role : (partOf[role] ?? null);
