/** Cards made from a document that was sent before have its id in theirs: asking for one twice gives the same card. */
const prefixes = { post: 'post-', again: 'again-', service: 'service-' } as const;

export const cardIdFor = (why: 'post' | 'again', documentId: string): string =>
  `${prefixes[why]}${documentId}`;

/** The same for a document that was not sent from here: its number is the service's, within an account. */
export const cardIdForService = (accountId: string, number: string): string =>
  `${prefixes.service}${accountId}-${number}`;

/** The rejected document a card was made from, or ''. */
export const replacedBy = (cardId: string): string =>
  cardId.startsWith(prefixes.again) ? cardId.slice(prefixes.again.length) : '';
