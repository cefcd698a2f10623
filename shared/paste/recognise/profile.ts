import type { ColumnRole } from '../fields.ts';

/** One shop's export: how it is told from others, and where its words mean something else than elsewhere. */
export interface Profile {
  id: string;
  /** `has` takes a header as compared (folded, e.g. `lineitem name`). */
  matches: (has: (header: string) => boolean) => boolean;
  /** Folded header → role; beats the general words. */
  roles?: Record<string, ColumnRole>;
  /** Folded header patterns → role. */
  patterns?: [RegExp, ColumnRole][];
  /** Columns to use where another one is blank: folded header → folded header. */
  fallbacks?: Record<string, string>;
  /** The shop writes ISO country codes (GB): no reason to complain about them. */
  isoCountries?: boolean;
  /** Prices carry money marks ($5.00, EUR 5,99). */
  moneyMarks?: boolean;
  /** Countries are written as names in the shop's language. */
  countryNames?: boolean;
  /** Countries are written with three letters (DEU). */
  alpha3?: boolean;
  /** States carry their country (US-NY). */
  statesWithCountry?: boolean;
  /** Every postcode is padded to five digits. */
  paddedZips?: boolean;
  /** A quote is a letter in its text files. */
  unquoted?: boolean;
  /** Header columns between these two (folded) hold quantities of the product named in the header. */
  itemsBetween?: [string, string];
  /** Columns with unknown headers and small numbers are products; this column (folded) is the product when there are none. */
  itemCounts?: string;
}
