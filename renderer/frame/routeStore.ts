import { create } from 'zustand';
import type { HistoryFilter } from '../../shared/contract/history.ts';

/** Where one can be. Parameters are small: an id, a batch, a paste to take over. */
export const screenNames = [
  'overview',
  'newOrder',
  'paste',
  'mailings',
  'outbox',
  'history',
  'recipients',
  'products',
  'accounts',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];

export interface RouteParams {
  id?: string;
  batchId?: string;
  /** New order: edit a refused one, edit one taken back, or order again. */
  from?: 'refused' | 'taken' | 'again';
  /** Outbox row of the refused order. */
  outboxId?: string;
  search?: string;
  /** History: what to show; what is left out is not filtered. */
  filter?: Partial<HistoryFilter>;
  /** Accounts: open the dialog. */
  add?: boolean;
}

interface RouteState {
  screen: ScreenName;
  params: RouteParams;
  /** Grows with every visit, so that going to the same place again is noticed. */
  visit: number;
  go: (screen: ScreenName, params?: RouteParams) => void;
}

export const useRoute = create<RouteState>((set, get) => ({
  screen: 'overview',
  params: {},
  visit: 0,
  go: (screen, params = {}) => set({ screen, params, visit: get().visit + 1 }),
}));

/** Goes somewhere from anywhere. */
export const go = (screen: ScreenName, params: RouteParams = {}): void =>
  useRoute.getState().go(screen, params);

/** Is this a screen of ours? Pushes carry plain words. */
export const isScreen = (name: string): name is ScreenName => screenNames.some((screen) => screen === name);
