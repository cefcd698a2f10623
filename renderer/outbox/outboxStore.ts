import { create } from 'zustand';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { api } from '../lib/ipc.ts';

interface OutboxState {
  groups: OutboxGroup[] | null;
  /** Refused and unconfirmed ones beyond those listed. */
  more: number;
  error: AppError | null;
  load: () => Promise<void>;
}

let question = 0;

export const useOutbox = create<OutboxState>((set) => ({
  groups: null,
  more: 0,
  error: null,
  load: async () => {
    const mine = ++question;
    const answer = await api.outbox.groups();
    if (mine !== question) return;
    if (!answer.ok) return set({ error: answer.error });
    set({ groups: answer.value.groups, more: answer.value.more, error: null });
  },
}));

/** What an action of a group is about: the whole batch at once, or the one item. */
export const targetOf = (group: OutboxGroup): { batchId: string } | { ids: string[] } =>
  group.batchId !== null && group.count > 1 ? { batchId: group.batchId } : { ids: [group.first.id] };
