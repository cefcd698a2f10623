import { create } from 'zustand';
import type { HistoryFilter } from '../../shared/contract/history.ts';
import type { Screen } from '../../shared/contract/screens.ts';

/** Parameters are small: an id, a batch, a paste to take over. */
export interface RouteParams {
  id?: string;
  batchId?: string;
  /** New order: edit a refused one, edit one taken back, or order again. */
  from?: 'refused' | 'taken' | 'again';
  /** Outbox row of the refused order. */
  outboxId?: string;
  search?: string;
  /** New order: to somebody of Recipients. */
  recipientId?: string;
  /** History: what to show; what is left out is not filtered. */
  filter?: Partial<HistoryFilter>;
  /** Accounts: open the dialog. */
  add?: boolean;
}

interface RouteState {
  screen: Screen;
  params: RouteParams;
  /** Grows with every visit, so that going to the same place again is noticed. */
  visit: number;
  go: (screen: Screen, params?: RouteParams) => void;
}

export const useRoute = create<RouteState>((set, get) => ({
  screen: 'overview',
  params: {},
  visit: 0,
  go: (screen, params = {}) => set({ screen, params, visit: get().visit + 1 }),
}));

/** Goes somewhere from anywhere. */
export const go = (screen: Screen, params: RouteParams = {}): void => useRoute.getState().go(screen, params);
