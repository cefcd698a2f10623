/**
 * OData filters of "List/Query Documents" and "List/Query Orders", typed by property and quoted.
 * Source: TC.gate API v1, tables "The $filter and $orderby options".
 */
export type DocumentProperty =
  'number' | 'type' | 'status' | 'channel' | 'clientReference' | 'linkedOrderNumber';
export type OrderProperty = 'number' | 'sla' | 'experience' | 'status' | 'clientReference';
type TextProperty = DocumentProperty | OrderProperty;
export type TimeProperty = 'created' | 'scheduleOn';

/** A finished piece of a filter; only the functions below make one, so that every text in it is quoted. */
export interface Filter {
  readonly text: string;
}

/** A text in OData: single quotes around it, a quote inside doubled. */
const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A property is exactly this. */
export const equals = (property: TextProperty, value: string): Filter => ({
  text: `${property} eq ${quote(value)}`,
});

/** A property has this somewhere in it. */
export const contains = (property: TextProperty, value: string): Filter => ({
  text: `contains(${property}, ${quote(value)})`,
});

/** A property begins with this. */
export const startsWith = (property: TextProperty, value: string): Filter => ({
  text: `startswith(${property}, ${quote(value)})`,
});

/** Later than a moment; OData takes it bare, in UTC. */
export const after = (property: TimeProperty, at: Date): Filter => ({
  text: `${property} gt ${at.toISOString()}`,
});

/** All of these hold. */
export const all = (...filters: readonly Filter[]): Filter => ({
  text: filters.map((f) => f.text).join(' and '),
});

/** At least one of these holds. */
export const any = (...filters: readonly Filter[]): Filter => ({
  text: filters.length === 1 ? (filters[0]?.text ?? '') : `(${filters.map((f) => f.text).join(' or ')})`,
});

export interface Query {
  filter?: Filter;
  orderBy?: `${DocumentProperty | OrderProperty | TimeProperty} ${'asc' | 'desc'}`;
  top?: number;
  skip?: number;
}

/** The query string, '' for none. */
export function queryString(query: Query): string {
  const parts: string[] = [];
  if (query.filter && query.filter.text !== '')
    parts.push(`$filter=${encodeURIComponent(query.filter.text)}`);
  if (query.orderBy) parts.push(`$orderby=${encodeURIComponent(query.orderBy)}`);
  if (query.top !== undefined) parts.push(`$top=${query.top}`);
  if (query.skip !== undefined) parts.push(`$skip=${query.skip}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
