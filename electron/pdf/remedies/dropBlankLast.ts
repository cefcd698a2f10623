import { walk } from '../walker/walk.ts';
import { nothing, openFor, whole, type Remedied } from './piece.ts';

/** Drops the last page when nothing is printed on it. Never the only page. */
export async function dropBlankLast(bytes: Uint8Array): Promise<Remedied> {
  const opened = await openFor(bytes);
  const { facts } = walk(opened, bytes);
  const last = facts.pages.at(-1);
  if (!last || facts.pageCount < 2 || !last.examined || !last.blank) return nothing('nothingToDo');
  opened.document.removePage(facts.pageCount - 1);
  return whole(opened.document, facts.pageCount - 1);
}
