import { findForms } from '../checks/columnForms.ts';
import type { CheckWorld } from '../checks/context.ts';
import { ProductBook } from '../checks/productBook.ts';
import { makeLayout } from '../layout.ts';
import type { KnownProduct, Mapping } from '../pasteTypes.ts';
import type { HistoryIndex } from '../radar/historyIndex.ts';
import { profileOf } from '../recognise/profiles/index.ts';
import type { RowList } from '../rowList.ts';

export interface CoreSettings {
  headers: readonly string[];
  sourceWidth: number;
  mapping: Mapping;
  products: readonly KnownProduct[];
  history: HistoryIndex | null;
  today: number;
  withinDays: number;
  /** Every check looks at every row, also where nothing can be wrong. */
  thorough?: boolean;
  /** The orders are going to be sent, so every product must be one of TrepStar's. */
  needsProductIds: boolean;
}

/** What the checks of all rows share; looks once through the columns that tell something as a whole. */
export function makeWorld(rows: RowList, settings: CoreSettings): CheckWorld {
  const { mapping, headers, sourceWidth, needsProductIds } = settings;
  const profile = profileOf(mapping.profile);
  const layout = makeLayout(mapping);
  const { at } = layout;
  const products = new ProductBook(settings.products);
  const ids = distinctIds(rows, at.sku);
  if (products.size === 0) products.addColumnKeys(ids);
  return {
    layout,
    mapping,
    forms: findForms(rows, at.country, at.price, headers[at.country] ?? '', profile),
    products,
    skusTell: [...ids].filter((id) => products.hasKey(id)).length * 2 >= ids.size,
    width: mapping.roles.length,
    sourceWidth,
    paddedZips: profile?.paddedZips === true,
    isoCountries: profile?.isoCountries === true,
    countryColumnGiven: at.country !== -1 && at.country < sourceWidth,
    hasChoices: [at.emailCustomer, at.customsPrice, at.mode].some((c) => c !== -1),
    severalItems: layout.items.length > 0 || layout.packed.length > 0 || layout.itemColumns.length > 0,
    needsProductIds,
    skusMayLack: layout.itemTotal !== -1 && at.sku !== -1 && blankShare(rows, at.sku) > fewBlank,
  };
}

/** Blank cells of a column that may be chance, as a share: a row that is off by one has one too. */
const fewBlank = 0.02;

/** Share of the rows, blank ones aside, that have nothing in the column. */
function blankShare(rows: RowList, column: number): number {
  let blank = 0;
  let filled = 0;
  for (let pos = 0; pos < rows.length; pos++) {
    const key = rows.keyAt(pos);
    if (rows.cell(key, column) !== '') filled++;
    else if (!rows.glance(key).isBlank) blank++;
  }
  return blank / Math.max(1, blank + filled);
}

/** Ids that stand in the column. */
function distinctIds(rows: RowList, column: number): Set<string> {
  const ids = new Set<string>();
  if (column === -1) return ids;
  for (let pos = 0; pos < Math.min(rows.length, 5000); pos++) {
    const cell = rows.cell(rows.keyAt(pos), column);
    if (cell !== '') ids.add(cell);
    if (ids.size > 2000) break;
  }
  return ids;
}
