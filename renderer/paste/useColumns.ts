import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { GridChoice, GridColumn } from '../ui/grid/gridModel.ts';
import { gridColumns, roleChoices } from './gridColumns.ts';
import type { SheetState } from './protocol.ts';
import type { useProducts } from './useProducts.ts';

interface Columns {
  columns: GridColumn[];
  shown: readonly number[];
}

/** The grid's columns, made anew only when one of them changed: every edit brings a new state of the sheet. */
export function useColumns(
  sheet: SheetState,
  products: ReturnType<typeof useProducts>,
  t: TFunction,
): Columns {
  const key = JSON.stringify([
    sheet.shown,
    sheet.columns.map(({ header, role, added }) => [header, role, added]),
  ]);
  const roles = useMemo(() => roleChoices(t), [t]);
  return useMemo(() => {
    const choices: GridChoice[] = products.map(({ productId, title }) => ({
      value: productId,
      label: `${productId} · ${title}`,
    }));
    return { columns: gridColumns(sheet, { products: choices, roles }, t), shown: sheet.shown };
    // The key says all of the sheet that columns are made of.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, products, roles, t]);
}
