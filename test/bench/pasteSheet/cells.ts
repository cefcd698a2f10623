/** A row by its headers. */
export type Cells = Record<(typeof headers)[number], string>;
export const headers = [
  'Order no',
  'SKU',
  'Title',
  'Quantity',
  'Name',
  'Company',
  'Address',
  'City',
  'State',
  'Zip',
  'Country',
  'Email',
  'Method',
  'Price',
  'Note',
] as const;

/** One kind of dirt: where it goes, and what it makes of a row. */
export interface Dirt {
  kind: string;
  field: string;
  header: (typeof headers)[number];
  /** Which clean rows can take it. */
  fits?: (cells: Cells) => boolean;
  /** Spoils the row (number `n`); the answer is what is right, null = nobody can tell. */
  spoil: (cells: Cells, n: number) => string | null;
}

export const us = (cells: Cells): boolean => cells.Country === 'US';
export const de = (cells: Cells): boolean => cells.Country === 'DE';
/** Sets a cell; the answer is what it was, i.e. what is right. */
export const set =
  (
    header: (typeof headers)[number],
    make: (was: string, cells: Cells) => string,
    right: 'was' | 'lost' = 'was',
  ) =>
  (cells: Cells): string | null => {
    const was = cells[header];
    cells[header] = make(was, cells);
    return right === 'was' ? was : null;
  };
