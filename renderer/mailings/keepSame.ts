import type { Mailing } from '../../shared/contract/mailings.ts';

/** The list as read, with what is as before as the very same objects: only the rest is drawn anew. */
export function keepSame<Item extends { id: string }>(before: readonly Item[], now: readonly Item[]): Item[] {
  const old = new Map(before.map((item) => [item.id, item]));
  return now.map((item) => {
    const same = old.get(item.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
}

/** The same for mailings, and for the documents of one that changed: of 200 documents one moves at a time. */
export function keepSameMailings(before: readonly Mailing[], now: readonly Mailing[]): Mailing[] {
  const old = new Map(before.map((mailing) => [mailing.id, mailing.documents]));
  return keepSame(before, now).map((mailing) => {
    const documents = old.get(mailing.id);
    return documents === undefined || documents === mailing.documents
      ? mailing
      : { ...mailing, documents: keepSame(documents, mailing.documents) };
  });
}
