import { create } from 'zustand';
import type { Recipient, RecipientSort } from '../../shared/contract/recipients.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { api } from '../lib/ipc.ts';

interface RecipientsState {
  search: string;
  sort: RecipientSort;
  items: Recipient[];
  next: string | null;
  total: number;
  /** false until the first answer has come. */
  loaded: boolean;
  error: AppError | null;
  selectedId: string | null;
  setSearch: (search: string) => void;
  setSort: (sort: RecipientSort) => void;
  select: (id: string | null) => void;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
}

const pageSize = 200;
/** Each load has a number; an answer to an outdated question is dropped. */
let question = 0;
let loadingMore = false;

export const useRecipients = create<RecipientsState>((set, get) => ({
  search: '',
  sort: 'latest',
  items: [],
  next: null,
  total: 0,
  loaded: false,
  error: null,
  selectedId: null,
  setSearch: (search) => {
    set({ search });
    void get().load();
  },
  setSort: (sort) => {
    set({ sort });
    void get().load();
  },
  select: (selectedId) => set({ selectedId }),
  load: async () => {
    const mine = ++question;
    const { search, sort } = get();
    const page = await api.recipients.find({ search: search.trim(), sort, cursor: null, limit: pageSize });
    if (mine !== question) return;
    if (page.ok)
      set({
        items: page.value.items,
        next: page.value.next,
        total: page.value.total,
        loaded: true,
        error: null,
      });
    else set({ error: page.error, loaded: true });
  },
  loadMore: async () => {
    const { next, search, sort } = get();
    if (next === null || loadingMore) return;
    loadingMore = true;
    const mine = question;
    const page = await api.recipients.find({ search: search.trim(), sort, cursor: next, limit: pageSize });
    loadingMore = false;
    if (mine === question && page.ok)
      set({ items: [...get().items, ...page.value.items], next: page.value.next });
  },
}));
