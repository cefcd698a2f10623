import type { PasteField } from '../fields.ts';
import type { Mapping } from '../pasteTypes.ts';
import type { SheetCore } from './sheetCore.ts';

/** Fields an order needs that neither a column of the source nor a constant gives. `sourceWidth`: columns that came. */
export function missingFields(core: SheetCore, { constants }: Mapping, sourceWidth: number): PasteField[] {
  const { at, names } = core.layout;
  const given = core.givesItems() || constants.sku !== undefined || constants.title !== undefined;
  const missing: PasteField[] = given ? [] : ['sku'];
  const lacks = (field: PasteField): boolean => at[field] >= sourceWidth && at.wholeAddress === -1;
  for (const field of ['addr', 'city', 'zip'] as const) if (lacks(field)) missing.push(field);
  if ((names[0] ?? 0) >= sourceWidth) missing.push('name');
  return missing;
}
