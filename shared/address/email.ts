/** Roughly an e-mail address: enough to tell one from a name, and to notice that one is missing. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/u.test(text);

/** The form of an e-mail address that an order may carry: one @, a domain with a point, none of the special signs. */
export const hasEmailForm = (text: string): boolean =>
  /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(?:\.[^\s@<>(),;:"\\[\].]+)+$/u.test(text);
