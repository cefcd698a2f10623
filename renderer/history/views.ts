import type { HistoryFilter, SavedView } from '../../shared/contract/history.ts';
import { noFilter, startOfWeek } from './filters.ts';

/** The views everyone has; their names are in the catalogue. */
const fixedViewIds = ['all', 'badNews', 'thisWeek'] as const;
export type FixedViewId = (typeof fixedViewIds)[number];

/** What a fixed view shows on this day. */
function fixedView(id: FixedViewId, today: Date): HistoryFilter {
  switch (id) {
    case 'all':
      return noFilter;
    case 'badNews':
      return { ...noFilter, badNews: true };
    case 'thisWeek':
      return { ...noFilter, from: startOfWeek(today) };
  }
}

export interface View {
  id: string;
  filter: HistoryFilter;
}

/** All views in the order of their tabs. */
export const allViews = (own: readonly SavedView[], today: Date): View[] => [
  ...fixedViewIds.map((id) => ({ id, filter: fixedView(id, today) })),
  ...own,
];
