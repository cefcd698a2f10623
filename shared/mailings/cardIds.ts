/** Cards made from a document that was sent before have its id in theirs: asking for one twice gives the same card. */
const prefixes = { post: 'post-', again: 'again-' } as const;

export const cardIdFor = (why: keyof typeof prefixes, documentId: string): string =>
  `${prefixes[why]}${documentId}`;

/** The rejected document a card was made from, or ''. */
export const replacedBy = (cardId: string): string =>
  cardId.startsWith(prefixes.again) ? cardId.slice(prefixes.again.length) : '';
