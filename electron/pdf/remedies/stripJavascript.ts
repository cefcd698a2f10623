import { PDFArray, PDFDict, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import type { Reader } from '../walker/objects.ts';
import { listPages } from '../walker/pages.ts';
import { nothing, openFor, whole, type Remedied } from './piece.ts';

const scripts = new Set(['JavaScript', 'Launch']);

function isScript(read: Reader, action: PDFObject | undefined): boolean {
  const dict = read.dict(action);
  return (
    dict !== undefined && (scripts.has(read.name(dict, 'S') ?? '') || read.get(dict, 'JS') !== undefined)
  );
}

/** Removes scripts and program launches from one dictionary; true when it had any. */
function clean(read: Reader, dict: PDFDict): boolean {
  let changed = false;
  for (const key of ['A', 'OpenAction', 'Next', 'PA']) {
    if (!isScript(read, dict.get(PDFName.of(key)))) continue;
    dict.delete(PDFName.of(key));
    changed = true;
  }
  const next = read.array(dict.get(PDFName.of('Next')));
  const harmless = next.filter((action) => !isScript(read, action));
  if (harmless.length < next.length) {
    dict.set(PDFName.of('Next'), read.context.obj(harmless));
    changed = true;
  }
  const more = read.getDict(dict, 'AA');
  if (more && read.entries(more).some(([, v]) => isScript(read, v))) {
    dict.delete(PDFName.of('AA'));
    changed = true;
  }
  // A name tree of scripts hangs under /Names, and nothing else has both keys.
  if (dict.get(PDFName.of('JavaScript')) !== undefined && read.name(dict, 'S') === null) {
    dict.delete(PDFName.of('JavaScript'));
    changed = true;
  }
  return changed;
}

/** Takes scripts and program launches out of a file. What is drawn stays as it is. */
export async function stripJavascript(bytes: Uint8Array): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  let changed = false;
  const visit = (o: PDFObject, depth: number): void => {
    if (depth > 12) return;
    const dict = o instanceof PDFStream ? o.dict : o;
    if (dict instanceof PDFDict) {
      changed = clean(read, dict) || changed;
      for (const [, value] of dict.entries()) visit(value, depth + 1);
    } else if (o instanceof PDFArray) for (const value of o.asArray()) visit(value, depth + 1);
  };
  const bare: [Parameters<typeof read.context.delete>[0], PDFDict][] = [];
  for (const [ref, object] of read.context.enumerateIndirectObjects()) {
    visit(object, 0);
    if (object instanceof PDFDict && isScript(read, object)) bare.push([ref, object]);
  }
  // Script actions left over in arrays (as /Next) lose their content.
  for (const [, dict] of bare) {
    dict.delete(PDFName.of('JS'));
    dict.set(PDFName.of('S'), PDFName.of('Named'));
    dict.set(PDFName.of('N'), PDFName.of('FirstPage'));
    changed = true;
  }
  return changed ? whole(document, listPages(read).length) : nothing('nothingToDo');
}
