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
import { isOver } from '../lib/format.ts';
import { inTurns } from './inTurns.ts';
import { keepSame, keepSameMailings } from './keepSame.ts';

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
  /** The order's options as left last time have been read. */
  orderRead: boolean;
  refused: Output<'mailings.intake'>['refused'];
  error: AppError | null;
  /** Reads the desk anew; `ids` say what changed, so that the rest need not be read. */
  load: (ids?: readonly string[]) => Promise<void>;
  loadShelf: () => Promise<void>;
  take: (intake: Promise<Result<Output<'mailings.intake'>>>) => Promise<void>;
  toggle: (id: string) => void;
  select: (ids: readonly string[]) => void;
  selectAll: (on: boolean) => void;
  show: (id: string) => void;
  changeOrder: (change: Partial<MailingSettings>) => void;
  /** Changes an option of these cards, whatever is ticked or shown by now. */
  change: (documents: readonly Pick<Card, 'id'>[], settings: Partial<DocumentSettings>) => Promise<void>;
  /** Different options for different cards, e.g. their places in a stack. */
  changeEach: (changes: readonly { id: string; settings: Partial<DocumentSettings> }[]) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
  /** Has a file examined once more that could not be examined. */
  checkAgain: (id: string) => Promise<void>;
  /** Back to the file as dropped. */
  restore: (id: string) => Promise<void>;
  clearRefused: () => void;
  fail: (error: AppError | null) => void;
}

/** A day that has passed since is not meant any more. */
const withoutPastDay = (order: MailingSettings): MailingSettings =>
  isOver(order.sendOn) ? { ...order, sendOn: '' } : order;

/** Whether a card may go as it stands. */
export const canGo = (card: Card): boolean => card.state === 'ready' && worstOf(card.findings) !== 'blocked';

let orderTimer: ReturnType<typeof setTimeout> | undefined;

export const useDesk = create<DeskState>((set, get) => ({
  cards: null,
  mailings: [],
  presets: [],
  profiles: [defaultProfile],
  selected: new Set(),
  shown: null,
  order: mailingSettingsSchema.parse({}),
  orderRead: false,
  refused: [],
  error: null,
  load: inTurns(async (ids) => {
    const before = get();
    const isCard = new Set((before.cards ?? []).map(({ id }) => id));
    const isSent = new Set(
      before.mailings.flatMap(({ id, documents }) => [id, ...documents.map((document) => document.id)]),
    );
    const onlySent = ids.length > 0 && ids.every((id) => isSent.has(id));
    const onlyCards = ids.length > 0 && ids.every((id) => isCard.has(id));
    const [cardsNow, mailings] = await Promise.all([
      onlySent ? null : api.mailings.cards(),
      onlyCards ? null : api.mailings.open(),
    ]);
    if (mailings?.ok) set({ mailings: keepSameMailings(get().mailings, mailings.value) });
    // What was taken back is on the desk again.
    const takenBack = get().mailings.some(({ id, status }) => status === 'cancelled' && ids.includes(id));
    const cards = cardsNow ?? (takenBack ? await api.mailings.cards() : null);
    if (cards === null) return;
    if (!cards.ok) return set({ error: cards.error });
    const known = new Set((get().cards ?? []).map(({ id }) => id));
    const present = new Set(cards.value.map(({ id }) => id));
    const selected = new Set([...get().selected].filter((id) => present.has(id)));
    // What comes new to the desk is meant to be sent.
    for (const id of present) if (!known.has(id)) selected.add(id);
    const { shown } = get();
    const kept = shown !== null && present.has(shown) ? shown : (cards.value[0]?.id ?? null);
    set({ cards: keepSame(get().cards ?? [], cards.value), selected, shown: kept });
  }),
  loadShelf: async () => {
    const [presets, profiles, order] = await Promise.all([
      api.mailings.presets(),
      api.mailings.profiles(),
      get().orderRead ? null : api.mailings.order(),
    ]);
    if (order?.ok) set({ orderRead: true, order: withoutPastDay(order.value) });
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
  select: (ids) => set({ selected: new Set(ids) }),
  selectAll: (on) => set({ selected: new Set(on ? (get().cards ?? []).map(({ id }) => id) : []) }),
  show: (shown) => set({ shown }),
  changeOrder: (change) => {
    set({ order: { ...get().order, ...change } });
    // Typed letter by letter: kept when it pauses.
    clearTimeout(orderTimer);
    orderTimer = setTimeout(() => {
      void api.mailings.setOrder(get().order).then((kept) => kept.ok || set({ error: kept.error }));
    }, 250);
  },
  change: async (documents, settings) => {
    const changed = await api.mailings.change({ ids: documents.map(({ id }) => id), settings });
    if (!changed.ok) set({ error: changed.error });
    await get().load();
  },
  changeEach: async (changes) => {
    for (const { id, settings } of changes) {
      const changed = await api.mailings.change({ ids: [id], settings });
      if (!changed.ok) set({ error: changed.error });
    }
    await get().load();
  },
  remove: async (ids) => {
    await api.mailings.removeCards({ ids });
    await get().load();
  },
  checkAgain: async (id) => {
    const checked = await api.mailings.checkAgain({ id });
    if (!checked.ok) set({ error: checked.error });
    await get().load();
  },
  restore: async (id) => {
    const restored = await api.mailings.restoreOriginal({ id });
    if (!restored.ok) set({ error: restored.error });
    await get().load();
  },
  clearRefused: () => set({ refused: [], error: null }),
  fail: (error) => set({ error }),
}));
