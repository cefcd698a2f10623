import { create } from 'zustand';
import type { Card, Mailing, Preset } from '../../shared/contract/mailings.ts';
import type { AppError, Result } from '../../shared/contract/result.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { worstOf } from '../../shared/mailings/finding.ts';
import { defaultProfile, type LetterProfile } from '../../shared/mailings/letterProfiles.ts';
import {
  mailingSettingsSchema,
  type DocumentSettings,
  type MailingSettings,
} from '../../shared/mailings/mailing.ts';
import { api } from '../lib/ipc.ts';

interface DeskState {
  cards: Card[] | null;
  mailings: Mailing[];
  presets: Preset[];
  profiles: LetterProfile[];
  /** Ids ticked for sending and for options. */
  selected: ReadonlySet<string>;
  /** The card whose preview is shown. */
  shown: string | null;
  order: MailingSettings;
  progress: ReadonlyMap<string, number>;
  refused: Output<'mailings.intake'>['refused'];
  error: AppError | null;
  load: () => Promise<void>;
  loadShelf: () => Promise<void>;
  take: (intake: Promise<Result<Output<'mailings.intake'>>>) => Promise<void>;
  toggle: (id: string) => void;
  selectAll: (on: boolean) => void;
  show: (id: string) => void;
  changeOrder: (change: Partial<MailingSettings>) => void;
  /** Changes an option of the selected cards (or the shown one when none is ticked). */
  change: (settings: Partial<DocumentSettings>) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
  setProgress: (id: string, part: number) => void;
  clearRefused: () => void;
  fail: (error: AppError | null) => void;
}

/** Whether a card may go as it stands. */
export const canGo = (card: Card): boolean => card.state === 'ready' && worstOf(card.findings) !== 'blocked';

export const useDesk = create<DeskState>((set, get) => ({
  cards: null,
  mailings: [],
  presets: [],
  profiles: [defaultProfile],
  selected: new Set(),
  shown: null,
  order: mailingSettingsSchema.parse({}),
  progress: new Map(),
  refused: [],
  error: null,
  load: async () => {
    const [cards, mailings] = await Promise.all([api.mailings.cards(), api.mailings.open()]);
    if (!cards.ok) return set({ error: cards.error });
    const known = new Set((get().cards ?? []).map(({ id }) => id));
    const selected = new Set([...get().selected].filter((id) => cards.value.some((card) => card.id === id)));
    // What comes new to the desk is meant to be sent.
    for (const card of cards.value) if (!known.has(card.id)) selected.add(card.id);
    const { shown } = get();
    const kept = cards.value.some(({ id }) => id === shown) ? shown : (cards.value[0]?.id ?? null);
    set({
      cards: cards.value,
      selected,
      shown: kept,
      ...(mailings.ok ? { mailings: mailings.value } : {}),
    });
  },
  loadShelf: async () => {
    const [presets, profiles] = await Promise.all([api.mailings.presets(), api.mailings.profiles()]);
    if (presets.ok) set({ presets: presets.value });
    if (profiles.ok) set({ profiles: profiles.value });
  },
  take: async (intake) => {
    const taken = await intake;
    if (!taken.ok) return set({ error: taken.error });
    set({ refused: taken.value.refused, error: null });
    await get().load();
    const [first] = taken.value.cards;
    if (first !== undefined) set({ shown: first });
  },
  toggle: (id) => {
    const selected = new Set(get().selected);
    if (!selected.delete(id)) selected.add(id);
    set({ selected });
  },
  selectAll: (on) => set({ selected: new Set(on ? (get().cards ?? []).map(({ id }) => id) : []) }),
  show: (shown) => set({ shown }),
  changeOrder: (change) => set({ order: { ...get().order, ...change } }),
  change: async (settings) => {
    const { selected, shown } = get();
    const ids = selected.size > 0 ? [...selected] : shown === null ? [] : [shown];
    if (ids.length === 0) return;
    const changed = await api.mailings.change({ ids, settings });
    if (!changed.ok) set({ error: changed.error });
    await get().load();
  },
  remove: async (ids) => {
    await api.mailings.removeCards({ ids });
    await get().load();
  },
  setProgress: (id, part) => set({ progress: new Map(get().progress).set(id, part) }),
  clearRefused: () => set({ refused: [], error: null }),
  fail: (error) => set({ error }),
}));
