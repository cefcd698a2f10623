import { create } from 'zustand';
import type { Account } from '../../shared/contract/accounts.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { FirstLook } from '../../shared/contract/firstLook.ts';
import type { OutboxSummary } from '../../shared/contract/outbox.ts';
import type { RefreshState } from '../../shared/contract/refresh.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { api } from '../lib/ipc.ts';
import { chooseLanguage, type Language } from '../../shared/lib/language.ts';

/** What every screen may look at; main's database is the truth, this is the latest copy of the small things. */
interface FrameState {
  accounts: Account[] | null;
  /** Language and theme, known before all the other settings. */
  look: Pick<Settings, 'language' | 'theme'>;
  /** The database has answered, or has said why it cannot. */
  loaded: boolean;
  settings: Settings | null;
  info: Output<'app.info'> | null;
  outbox: OutboxSummary | null;
  refresh: RefreshState | null;
  needsYou: number;
  /** The account a new order starts with. */
  accountId: string | null;
  /** Takes over what main knew before the database was open. */
  believe: (look: FirstLook) => void;
  load: () => Promise<void>;
  loadAccounts: () => Promise<void>;
  loadFigures: () => Promise<void>;
  chooseAccount: (id: string) => void;
}

export const useFrame = create<FrameState>((set, get) => ({
  accounts: null,
  look: { language: 'system', theme: 'system' },
  loaded: false,
  settings: null,
  info: null,
  outbox: null,
  refresh: null,
  needsYou: 0,
  accountId: null,
  believe: ({ language, theme, info }) =>
    set({ look: { language, theme }, info: { ...info, startTrouble: null } }),
  load: async () => {
    const before = get();
    const [settings, info, outbox, refresh] = await Promise.all([
      api.settings.get(),
      api.app.info(),
      api.outbox.summary(),
      api.refresh.state(),
      get().loadAccounts(),
    ]);
    // What was pushed meanwhile is newer than what was asked for.
    const now = get();
    if (settings.ok && now.settings === before.settings)
      set({ settings: settings.value, look: settings.value });
    if (info.ok) set({ info: info.value });
    if (outbox.ok && now.outbox === before.outbox) set({ outbox: outbox.value });
    if (refresh.ok && now.refresh === before.refresh) set({ refresh: refresh.value });
    set({ loaded: true });
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
    const needsYou = await api.history.needsYou();
    if (needsYou.ok) set({ needsYou: needsYou.value });
  },
  chooseAccount: (accountId) => set({ accountId }),
}));

/** The language of the page, as the settings and the system say. */
export const spokenLanguage = ({ look, info }: Pick<FrameState, 'look' | 'info'>): Language =>
  chooseLanguage(look.language, info?.locale ?? navigator.language);

/** Accounts that take product orders. */
export const takesOrders = (account: Account): boolean => account.service !== 'tcgate';
