import { listPages } from '../walker/pages.ts';
import { openFor, whole, type Remedied } from './piece.ts';

/** Writes the file anew: a sound table of contents, nothing before the header or after the end. */
export async function rewrite(bytes: Uint8Array): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  return whole(document, listPages(read).length);
}
