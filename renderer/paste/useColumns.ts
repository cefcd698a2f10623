import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { GridColumn } from '../ui/grid/gridModel.ts';
import { gridColumns, roleChoices } from './gridColumns.ts';
import type { SheetState } from './protocol.ts';
import type { useProducts } from './useProducts.ts';

interface Columns {
  columns: GridColumn[];
  shown: readonly number[];
}

/** What makes a sheet's columns for the grid; another one where products or words are others. */
export function useColumns(
  products: ReturnType<typeof useProducts>,
  t: TFunction,
): (sheet: SheetState) => Columns {
  const roles = useMemo(() => roleChoices(t), [t]);
  return useMemo(() => {
    const choices = products.map(({ productId, title }) => ({
      value: productId,
      label: `${productId} · ${title}`,
    }));
    return remembered((sheet) => ({
      columns: gridColumns(sheet, { products: choices, roles }, t),
      shown: sheet.shown,
    }));
  }, [products, roles, t]);
}

/** Makes columns anew only when one of them changed: every edit brings a new state of the sheet. */
function remembered(make: (sheet: SheetState) => Columns): (sheet: SheetState) => Columns {
  let last: { key: string; made: Columns } | null = null;
  return (sheet) => {
    // All of the sheet that columns are made of.
    const key = JSON.stringify([
      sheet.shown,
      sheet.columns.map(({ header, role, added }) => [header, role, added]),
    ]);
    if (last?.key !== key) last = { key, made: make(sheet) };
    return last.made;
  };
}
