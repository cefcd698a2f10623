/** Past orders as columns of equal length (contract `paste.pastOrders`), newest first. */
export interface PastOrders {
  invoices: readonly string[];
  names: readonly string[];
  postcodes: readonly string[];
  countries: readonly string[];
  addresses: readonly string[];
  emails: readonly string[];
  productIds: readonly string[];
  /** ISO instants. */
  at: readonly string[];
}

/** What the past knows about one person and product. */
export interface PastMatch {
  daysAgo: number;
  invoice: string;
  name: string;
  /** `same` or only nearly the same name and address. */
  near: boolean;
}

/** Compact index over up to millions of past orders. */
export interface HistoryIndex {
  readonly size: number;
  add(page: PastOrders): void;
  /** True when an order ever used this invoice. */
  hasInvoice(invoice: string): boolean;
}
