import type { HistoryFilter } from '../../shared/contract/history.ts';

/** No filter at all; what the schema gives for {}, without bringing the schema into the first picture. */
export const noFilter: HistoryFilter = {
  search: '',
  accountIds: [],
  services: [],
  statuses: [],
  productIds: [],
  countries: [],
  methods: [],
  mode: null,
  from: null,
  to: null,
  batchId: null,
  recipientId: null,
  badNews: false,
};

/** The filters a person can set one by one, in the order of the screen. */
export const filterNames = [
  'date',
  'account',
  'service',
  'status',
  'product',
  'country',
  'method',
  'mode',
  'batch',
  'recipient',
] as const;
export type FilterName = (typeof filterNames)[number];

/** Set from elsewhere only: they are shown while they are set. */
export const isGiven = (name: FilterName): boolean => name === 'batch' || name === 'recipient';

/** Is this one set? */
export function isSet(filter: HistoryFilter, name: FilterName): boolean {
  switch (name) {
    case 'date':
      return filter.from !== null || filter.to !== null;
    case 'account':
      return filter.accountIds.length > 0;
    case 'service':
      return filter.services.length > 0;
    case 'status':
      return filter.statuses.length > 0;
    case 'product':
      return filter.productIds.length > 0;
    case 'country':
      return filter.countries.length > 0;
    case 'method':
      return filter.methods.length > 0;
    case 'mode':
      return filter.mode !== null;
    case 'batch':
      return filter.batchId !== null;
    case 'recipient':
      return filter.recipientId !== null;
  }
}

/** The same filter with one of them taken away. */
export function dropFilter(filter: HistoryFilter, name: FilterName): HistoryFilter {
  switch (name) {
    case 'date':
      return { ...filter, from: null, to: null };
    case 'account':
      return { ...filter, accountIds: [] };
    case 'service':
      return { ...filter, services: [] };
    case 'status':
      return { ...filter, statuses: [] };
    case 'product':
      return { ...filter, productIds: [] };
    case 'country':
      return { ...filter, countries: [] };
    case 'method':
      return { ...filter, methods: [] };
    case 'mode':
      return { ...filter, mode: null };
    case 'batch':
      return { ...filter, batchId: null };
    case 'recipient':
      return { ...filter, recipientId: null };
  }
}

/** Anything set besides the search words? */
export function hasFilters(filter: HistoryFilter): boolean {
  return filter.badNews || filterNames.some((name) => isSet(filter, name));
}

export const dateChoices = ['today', 'days7', 'days30', 'year'] as const;
export type DateChoice = (typeof dateChoices)[number];

/** First moment of a choice, in the computer's own time zone. */
export function startOf(choice: DateChoice, now: Date): number {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  switch (choice) {
    case 'today':
      return day.getTime();
    case 'days7':
      return new Date(day.getFullYear(), day.getMonth(), day.getDate() - 6).getTime();
    case 'days30':
      return new Date(day.getFullYear(), day.getMonth(), day.getDate() - 29).getTime();
    case 'year':
      return new Date(day.getFullYear(), 0, 1).getTime();
  }
}

/** Which choice a filter's start stands for today, if any. */
export function choiceOf(filter: HistoryFilter, now: Date): DateChoice | null {
  return dateChoices.find((choice) => startOf(choice, now) === filter.from && filter.to === null) ?? null;
}

/** Monday of this week. */
export function startOfWeek(now: Date): number {
  const back = (now.getDay() + 6) % 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - back).getTime();
}
