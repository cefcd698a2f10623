import { create } from 'zustand';
import type { HistoryFilter, HistoryItem, SavedView } from '../../shared/contract/history.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { api } from '../lib/ipc.ts';
import { noFilter } from './filters.ts';
import { allViews } from './views.ts';

export type Sort = 'at' | 'reference' | 'recipient' | 'city' | 'summary' | 'status';
type Totals = Output<'history.totals'>;
type Facets = Output<'history.facets'>;

const pageSize = 200;

interface HistoryState {
  filter: HistoryFilter;
  sort: Sort;
  descending: boolean;
  items: HistoryItem[];
  next: string | null;
  /** false until the first page of the present filter has come. */
  loaded: boolean;
  loading: boolean;
  error: AppError | null;
  totals: Totals | null;
  facets: Facets;
  views: SavedView[];
  /** How many items each view shows, by its id. */
  counts: ReadonlyMap<string, number>;
  selectedId: string | null;
  setFilter: (filter: HistoryFilter) => void;
  setSort: (sort: Sort) => void;
  select: (id: string | null) => void;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
  loadSides: () => Promise<void>;
  countViews: () => Promise<void>;
  saveView: (name: string) => Promise<void>;
  removeView: (id: string) => Promise<void>;
}

/** Each load has a number; an answer to an outdated question is dropped. */
let question = 0;

export const useHistory = create<HistoryState>((set, get) => ({
  filter: noFilter,
  sort: 'at',
  descending: true,
  items: [],
  next: null,
  loaded: false,
  loading: false,
  error: null,
  totals: null,
  facets: { countries: [], products: [] },
  views: [],
  counts: new Map(),
  selectedId: null,
  setFilter: (filter) => {
    set({ filter });
    void get().load();
  },
  setSort: (sort) => {
    const same = get().sort === sort;
    set({ sort, descending: same ? !get().descending : sort === 'at' });
    void get().load();
  },
  select: (selectedId) => set({ selectedId }),
  load: async () => {
    const mine = ++question;
    const { filter, sort, descending, items } = get();
    set({ loading: true });
    // A reload keeps as many lines as were read, so that nothing jumps under the reader.
    const limit = Math.min(500, Math.max(pageSize, items.length));
    const [page, totals] = await Promise.all([
      api.history.page({ filter, sort, descending, cursor: null, limit }),
      api.history.totals({ filter }),
    ]);
    if (mine !== question) return;
    set({ loading: false, loaded: true });
    if (!page.ok) return set({ error: page.error });
    set({ error: null, items: page.value.items, next: page.value.next });
    if (totals.ok) set({ totals: totals.value });
  },
  loadMore: async () => {
    const { filter, sort, descending, next, loading } = get();
    if (next === null || loading) return;
    const mine = ++question;
    set({ loading: true });
    const page = await api.history.page({ filter, sort, descending, cursor: next, limit: pageSize });
    if (mine !== question) return;
    set({ loading: false });
    if (!page.ok) return set({ error: page.error });
    set({ items: [...get().items, ...page.value.items], next: page.value.next });
  },
  loadSides: async () => {
    const [views, facets] = await Promise.all([api.history.views(), api.history.facets()]);
    if (views.ok) set({ views: views.value });
    if (facets.ok) set({ facets: facets.value });
    await get().countViews();
  },
  countViews: async () => {
    const views = allViews(get().views, new Date());
    const counted = await api.history.counts({ filters: views.map(({ filter }) => filter) });
    if (counted.ok) set({ counts: new Map(views.map(({ id }, at) => [id, counted.value.counts[at] ?? 0])) });
  },
  saveView: async (name) => {
    const saved = await api.history.saveView({ name, filter: get().filter });
    if (!saved.ok) return;
    set({ views: [...get().views.filter((v) => v.id !== saved.value.id), saved.value] });
    await get().countViews();
  },
  removeView: async (id) => {
    const removed = await api.history.removeView({ id });
    if (removed.ok) set({ views: get().views.filter((v) => v.id !== id) });
  },
}));
