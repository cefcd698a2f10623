/** What stands in clientReference: the user's own words and our token, which `contains` finds. */
export const referenceWith = (own: string, token: string): string => (own === '' ? token : `${own} ${token}`);

/** The user's own words in a clientReference: our token, whichever computer made it, says nothing to people. */
export const ownPartOf = (reference: string): string => reference.replace(/\s*\bpr[0-9a-z]{14}$/, '');
