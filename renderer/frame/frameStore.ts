import { create } from 'zustand';
import type { Account } from '../../shared/contract/accounts.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { OutboxSummary } from '../../shared/contract/outbox.ts';
import type { RefreshState } from '../../shared/contract/refresh.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { api } from '../lib/ipc.ts';

/** What every screen may look at; main's database is the truth, this is the latest copy of the small things. */
interface FrameState {
  accounts: Account[] | null;
  settings: Settings | null;
  info: Output<'app.info'> | null;
  outbox: OutboxSummary | null;
  refresh: RefreshState | null;
  needsYou: number;
  /** The account a new order starts with. */
  accountId: string | null;
  load: () => Promise<void>;
  loadAccounts: () => Promise<void>;
  loadFigures: () => Promise<void>;
  chooseAccount: (id: string) => void;
}

export const useFrame = create<FrameState>((set, get) => ({
  accounts: null,
  settings: null,
  info: null,
  outbox: null,
  refresh: null,
  needsYou: 0,
  accountId: null,
  load: async () => {
    const [settings, info, outbox, refresh] = await Promise.all([
      api.settings.get(),
      api.app.info(),
      api.outbox.summary(),
      api.refresh.state(),
      get().loadAccounts(),
    ]);
    if (settings.ok) set({ settings: settings.value });
    if (info.ok) set({ info: info.value });
    if (outbox.ok) set({ outbox: outbox.value });
    if (refresh.ok) set({ refresh: refresh.value });
    void get().loadFigures();
  },
  loadAccounts: async () => {
    const accounts = await api.accounts.list();
    if (!accounts.ok) return;
    const { accountId } = get();
    const kept = accounts.value.some((account) => account.id === accountId);
    set({ accounts: accounts.value, accountId: kept ? accountId : (accounts.value[0]?.id ?? null) });
  },
  loadFigures: async () => {
    const overview = await api.history.overview({ days: 1 });
    if (overview.ok) set({ needsYou: overview.value.figures.needsYou });
  },
  chooseAccount: (accountId) => set({ accountId }),
}));

/** Accounts that take product orders. */
export const takesOrders = (account: Account): boolean => account.service !== 'tcgate';
