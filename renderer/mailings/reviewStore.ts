import { create } from 'zustand';
import type { AppError } from '../../shared/contract/result.ts';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { canGo, useDesk } from './deskStore.ts';

/** What stands for review outside the desk's own selection: a letter instead of an e-mail that came back. */
interface Review {
  cardIds: string[];
  accountId: string;
}

export const useReview = create<{ review: Review | null; close: () => void }>((set) => ({
  review: null,
  close: () => set({ review: null }),
}));

/**
 * First click of **Send by post instead**: the letter is on the desk and its review is open; the second click sends it.
 * What was not sent from here is named by its number at the service and fetched from there.
 * A letter that cannot go as it is stays on the desk with its findings.
 * @returns what went wrong, if anything
 */
export async function reviewByPost(
  document: { id: string; accountId: string } | { number: string; accountId: string },
): Promise<AppError | null> {
  const made = await ('id' in document
    ? api.mailings.byPostInstead({ id: document.id })
    : api.mailings.byPostFromService(document));
  if (!made.ok) return made.error;
  const { cardId } = made.value;
  go('mailings', { id: cardId });
  await useDesk.getState().load();
  useDesk.setState({ shown: cardId, selected: new Set([cardId]) });
  const card = useDesk.getState().cards?.find(({ id }) => id === cardId);
  if (card !== undefined && canGo(card))
    useReview.setState({ review: { cardIds: [cardId], accountId: document.accountId } });
  return null;
}
