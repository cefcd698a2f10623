import type { TFunction } from 'i18next';
import { countryChoices, stateChoices } from './places.ts';
import { shippingMethods } from '../../shared/orders/order.ts';
import { columnRoles, type ColumnRole } from '../../shared/paste/fields.ts';
import type { GridChoice, GridColumn } from '../ui/grid/gridModel.ts';
import { chooseRole } from './pasteFlow.ts';
import type { SheetState } from './protocol.ts';

const widths: Partial<Record<ColumnRole, number>> = {
  invoice: 116,
  sku: 96,
  title: 170,
  quantity: 86,
  name: 160,
  company: 130,
  addr: 170,
  addr2: 120,
  city: 110,
  state: 132,
  zip: 104,
  country: 96,
  email: 190,
  method: 110,
  text: 170,
};
const numeric: ReadonlySet<ColumnRole> = new Set([
  'quantity',
  'itemQuantity',
  'itemColumn',
  'itemTotal',
  'refundedQuantity',
]);
const isRole = (text: string): text is ColumnRole => columnRoles.some((role) => role === text);

/** What a column can be, in words. There are many: looked up before a paste waits for them. */
export const roleChoices = (t: TFunction): GridChoice[] =>
  columnRoles.map((role) => ({ value: role, label: t(`paste.role.${role}`) }));

/** The grid's columns for the sheet's: their header, our field as a select, and the right editor for it. */
export function gridColumns(
  sheet: SheetState,
  { products, roles }: { products: readonly GridChoice[]; roles: readonly GridChoice[] },
  t: TFunction,
): GridColumn[] {
  return sheet.shown.map((index): GridColumn => {
    const column = sheet.columns[index];
    const role = column?.role ?? 'none';
    const added = column?.added ?? false;
    const header = column?.header || t('paste.columns.unnamed', { number: index + 1 });
    return {
      id: `${added ? 'added' : index}/${role}/${column?.header ?? ''}`,
      source: added ? t('paste.added') : header,
      name: t(`paste.role.${role}`),
      ...(added
        ? {}
        : {
            head: {
              label: t('paste.fieldFor', { header }),
              value: role,
              choices: roles,
              onChange: (value: string) => {
                if (isRole(value)) chooseRole(index, value);
              },
            },
          }),
      width: widths[role] ?? 120,
      numeric: numeric.has(role),
      editor: editorFor(role, products, t),
    };
  });
}

/** What a cell of this meaning is edited with. */
export function editorFor(
  role: ColumnRole,
  products: readonly GridChoice[],
  t: TFunction,
): GridColumn['editor'] {
  if (numeric.has(role)) return { kind: 'number' };
  if ((role === 'sku' || role === 'itemSku') && products.length > 0)
    return { kind: 'choice', choices: products, closed: false };
  if (role === 'country')
    return {
      kind: 'choice',
      closed: true,
      // Names of 250 countries take a moment: they are made when somebody edits one.
      get choices() {
        return countryChoices();
      },
    };
  if (role === 'state') return { kind: 'choice', choices: stateChoices, closed: true };
  if (role !== 'method') return { kind: 'text' };
  return {
    kind: 'choice',
    choices: shippingMethods.map((value) => ({ value, label: t(`paste.method.${value}`) })),
    closed: true,
  };
}
