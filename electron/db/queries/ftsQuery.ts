import { fold } from '../../../shared/lib/fold.ts';

/**
 * What the user typed, as an FTS5 query: every word must occur as a prefix. Each word is quoted, so that no
 * character of it is an operator. '' = nothing to search for.
 */
export function ftsQuery(search: string): string {
  return fold(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `"${word}"*`)
    .join(' ');
}
