import { create } from 'zustand';
import type { Output } from '../../shared/contract/contract.ts';
import type { HistoryItem } from '../../shared/contract/history.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { noFilter } from '../history/filters.ts';
import { api } from '../lib/ipc.ts';

/** Days the plots look back. */
export const lookBack = { day: 28, week: 182 } as const;

interface OverviewState {
  overview: Output<'history.overview'> | null;
  needs: HistoryItem[];
  by: 'day' | 'week';
  error: AppError | null;
  load: () => Promise<void>;
  setBy: (by: 'day' | 'week') => Promise<void>;
}

/** The figures of the Overview; the last good ones stay while new ones are read. */
export const useOverview = create<OverviewState>((set, get) => ({
  overview: null,
  needs: [],
  by: 'day',
  error: null,
  load: async () => {
    const { by } = get();
    const [overview, needs] = await Promise.all([
      api.history.overview({ days: lookBack[by] }),
      api.history.page({
        filter: { ...noFilter, badNews: true },
        sort: 'at',
        descending: true,
        cursor: null,
        limit: 5,
      }),
    ]);
    if (get().by !== by) return; // the answer to an older question
    if (overview.ok) set({ overview: overview.value, error: null });
    else set({ error: overview.error });
    if (needs.ok) set({ needs: needs.value.items });
  },
  setBy: async (by) => {
    set({ by });
    await get().load();
  },
}));
