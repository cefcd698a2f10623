import type { ColumnRole, PasteField } from './fields.ts';
import { columnRoles, fieldOfRole } from './fields.ts';
import type { Mapping } from './pasteTypes.ts';
import { profileOf } from './recognise/profiles/index.ts';
import type { TextKind } from './text/clean.ts';

/** A mapping turned round: for each thing an order needs, where it stands. */
export interface Layout {
  /** Columns whose cells are checked, with field and kind of text. */
  checked: { column: number; field: PasteField; kind: TextKind; role: ColumnRole }[];
  /** Column of a field, -1 = none. */
  at: Record<ColumnRole, number>;
  /** All columns that make the name, in reading order. */
  names: number[];
  /** All columns that make the street address, in reading order. */
  streets: number[];
  /** Any of these filled: the row carries an address. */
  address: number[];
  items: { sku: number; title: number; quantity: number }[];
  packed: number[];
  /** All columns that hold a quantity. */
  quantities: number[];
  itemColumns: number[];
  /** Column with the number of things in an order where no column gives quantities; -1 = none. */
  itemTotal: number;
  status: number[];
  cancelled: number[];
  refunded: number[];
  shipped: number[];
  fallbacks: [number, number][];
  /** The shop writes states with their country (US-NY). */
  statesWithCountry: boolean;
}

/** Fields that get an empty column of their own where the source has none, so that they can be typed and repaired. */
export const addedFields = ['name', 'company', 'addr', 'city', 'state', 'zip', 'country'] as const;

const kinds: Partial<Record<PasteField, TextKind>> = {
  name: 'line',
  company: 'words',
  addr: 'words',
  city: 'line',
  title: 'words',
  state: 'line',
  country: 'line',
  text: 'prose',
};

/** Where everything stands, for a mapping over `width` columns. */
export function makeLayout(mapping: Mapping): Layout {
  const roles = mapping.roles;
  const all = (role: ColumnRole): number[] => roles.flatMap((r, c) => (r === role ? [c] : []));
  const at = Object.fromEntries(columnRoles.map((role) => [role, roles.indexOf(role)])) as Record<
    ColumnRole,
    number
  >;
  const one = (role: ColumnRole): number[] => (roles.includes(role) ? [roles.indexOf(role)] : []);
  const names = roles.includes('name') ? one('name') : [...one('firstName'), ...one('lastName')];
  const streets = [...one('addr'), ...one('houseNumber'), ...one('addr2'), ...one('addr3')];
  const skus = all('itemSku');
  const titles = all('itemTitle');
  const quantities = all('itemQuantity');
  const items = Array.from({ length: Math.max(skus.length, titles.length) }, (_, i) => ({
    sku: skus[i] ?? -1,
    title: titles[i] ?? -1,
    quantity: quantities[i] ?? -1,
  }));
  const checked = roles.flatMap((role, column) => {
    const field = fieldOfRole(role);
    if (field === null || role === 'packedItems' || role === 'wholeAddress') return [];
    return [{ column, field, kind: kinds[field] ?? ('code' as const), role }];
  });
  return {
    checked,
    at,
    names,
    streets,
    address: [...names, ...streets, ...one('city'), ...one('zip'), ...one('wholeAddress')],
    items,
    packed: all('packedItems'),
    quantities: [...one('quantity'), ...quantities, ...all('itemColumn')],
    itemColumns: all('itemColumn'),
    itemTotal: roles.includes('quantity') ? -1 : at.itemTotal,
    status: all('status'),
    cancelled: all('cancelled'),
    refunded: all('refunded'),
    shipped: all('shipped'),
    fallbacks: Object.entries(mapping.fallbacks).map(([from, to]) => [Number(from), to]),
    statesWithCountry: profileOf(mapping.profile)?.statesWithCountry === true,
  };
}
