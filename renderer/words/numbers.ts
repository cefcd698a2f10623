import type { FormatterModule } from 'i18next';
import { count } from '../lib/format.ts';

/**
 * A number in a sentence stands as the language writes it: 12,408 or 12.408. What is no count but a name, like a year, is
 * handed over as text.
 */
export const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: number | string) => (typeof value === 'number' ? count(value) : value),
};
