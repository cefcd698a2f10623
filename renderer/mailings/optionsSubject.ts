import type { Card } from '../../shared/contract/mailings.ts';

/** What the options beside the preview are about. A change goes to these documents and to no other. */
export interface OptionsSubject {
  /** Changes whenever other documents are meant. */
  key: string;
  /** The documents that share what is chosen: the ticked ones, or the shown one when none is ticked. */
  chosen: readonly Card[];
  /** The one of them whose values stand in the fields. */
  card: Card;
  /** The one in the preview: to whom it goes is its own. */
  shown: Card;
}

/** @param shownId the card in the preview; the desk's first when it is gone */
export function optionsSubject(
  cards: readonly Card[],
  shownId: string | null,
  selected: ReadonlySet<string>,
): OptionsSubject | null {
  const shown = cards.find(({ id }) => id === shownId) ?? cards[0];
  if (shown === undefined) return null;
  const ticked = cards.filter(({ id }) => selected.has(id));
  const chosen = ticked.length === 0 ? [shown] : ticked;
  const card = chosen.find(({ id }) => id === shown.id) ?? chosen[0] ?? shown;
  return { key: [shown, ...chosen].map(({ id }) => id).join(' '), chosen, card, shown };
}
