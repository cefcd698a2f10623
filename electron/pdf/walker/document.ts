import type { PDFDict } from '@cantoo/pdf-lib';
import type { Facts } from '../../../shared/mailings/facts.ts';
import { unpack } from './inflate.ts';
import { nameTree, nameOf, type Reader } from './objects.ts';

/** The kinds of output intents, e.g. GTS_PDFX. */
export function readIntents(read: Reader): string[] {
  return read.array(read.get(read.catalog(), 'OutputIntents')).map((i) => read.name(read.dict(i), 'S') ?? '');
}

/** What the file claims to conform to; nothing is validated. */
export function readClaims(read: Reader): { pdfa: string | null; pdfx: string | null } {
  const stream = read.stream(read.get(read.catalog(), 'Metadata'));
  const xmp = stream ? Buffer.from(unpack(read, stream).subarray(0, 400_000)).toString('utf8') : '';
  const value = (name: string): string | null =>
    new RegExp(`${name}\\s*=\\s*["']\\s*([^"']*?)\\s*["']|<${name}[^>]*>\\s*([^<]*?)\\s*<`)
      .exec(xmp)
      ?.slice(1)
      .find(Boolean) ?? null;
  const part = value('pdfaid:part');
  const level = value('pdfaid:conformance');
  const info = read.dict(read.context.trailerInfo.Info);
  const inInfo = read.text(read.raw(info, 'GTS_PDFXVersion'));
  const conformance = read.text(read.raw(info, 'GTS_PDFXConformance'));
  return {
    pdfa: part ? part + (level ?? '').toLowerCase() : null,
    pdfx: conformance ?? inInfo ?? value('pdfxid:GTS_PDFXVersion') ?? value('pdfx:GTS_PDFXVersion'),
  };
}

/** Names of files inside the file. */
export function readEmbeddedFiles(read: Reader): string[] {
  const names = read.getDict(read.getDict(read.catalog(), 'Names'), 'EmbeddedFiles');
  const found: string[] = [];
  const seen = new Set<PDFDict | undefined>();
  const add = (spec: PDFDict | undefined, name: string): void => {
    if (seen.has(spec) || found.length >= 100) return;
    seen.add(spec);
    found.push(read.text(read.raw(spec, 'UF')) ?? read.text(read.raw(spec, 'F')) ?? name);
  };
  for (const [name, value] of nameTree(read, names)) add(read.dict(value), name);
  // PDF/A-3: files that belong to the document; usually listed among the names too.
  for (const value of read.array(read.get(read.catalog(), 'AF'))) add(read.dict(value), '');
  return found;
}

export type Active = { javascript: boolean; launch: boolean };

/** Looks at an action and the actions that follow it. */
function lookAtAction(read: Reader, action: PDFDict | undefined, found: Active, depth = 0): void {
  if (!action || depth > 10) return;
  const kind = read.name(action, 'S');
  if (kind === 'JavaScript' || read.get(action, 'JS') !== undefined) found.javascript = true;
  if (kind === 'Launch') found.launch = true;
  const next = read.get(action, 'Next');
  lookAtAction(read, read.dict(next), found, depth + 1);
  for (const more of read.array(next).slice(0, 50)) lookAtAction(read, read.dict(more), found, depth + 1);
}

/** /A and every entry of /AA. */
export function lookAtActionsOf(read: Reader, dict: PDFDict | undefined, found: Active): void {
  lookAtAction(read, read.getDict(dict, 'A'), found);
  for (const [, value] of read.entries(read.getDict(dict, 'AA'))) lookAtAction(read, read.dict(value), found);
}

/** Scripts and launches of the file as a whole. */
export function lookAtDocument(read: Reader, found: Active): void {
  const catalog = read.catalog();
  lookAtAction(read, read.getDict(catalog, 'OpenAction'), found);
  lookAtActionsOf(read, catalog, found);
  const scripts = read.getDict(read.getDict(catalog, 'Names'), 'JavaScript');
  for (const [, value] of nameTree(read, scripts)) {
    lookAtAction(read, read.dict(value), found);
    if (found.javascript) break;
  }
}

export type FormFacts = Pick<Facts, 'form' | 'fields' | 'xfa'> & {
  /** Values of signature fields that are signed. */
  signatures: PDFDict[];
  /** The fields the form knows. */
  known: ReadonlySet<PDFDict>;
};

/** The interactive form: is there one, how many fields, XFA. Field actions are looked at too. */
export function readForm(read: Reader, found: Active): FormFacts {
  const form = read.getDict(read.catalog(), 'AcroForm');
  let fields = 0;
  const signatures: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const todo = read.array(read.get(form, 'Fields'));
  while (todo.length > 0 && seen.size < 20_000) {
    const field = read.dict(todo.pop());
    if (!field || seen.has(field)) continue;
    seen.add(field);
    lookAtActionsOf(read, field, found);
    const value = read.getDict(field, 'V');
    if (value && read.get(value, 'ByteRange') !== undefined) signatures.push(value);
    const kids = read.array(read.get(field, 'Kids'));
    if (kids.length === 0) fields++;
    todo.push(...kids);
  }
  return {
    // A form dictionary without a single field is no form.
    form: seen.size > 0 || read.get(form, 'XFA') !== undefined,
    fields,
    xfa: read.get(form, 'XFA') !== undefined,
    known: seen,
    signatures,
  };
}

/** Kinds of annotations that never print or are no notes. */
const silent = new Set(['Link', 'Popup', 'Widget', 'PrinterMark', 'TrapNet', 'Watermark']);

/** True when the annotation may show on paper or vanish from it. */
export function mayShow(read: Reader, annotation: PDFDict): boolean {
  const flags = read.number(read.raw(annotation, 'F')) ?? 0;
  return !silent.has(read.name(annotation, 'Subtype') ?? '') && (flags & 2) === 0;
}

/** The normal appearance stream of an annotation. */
export function appearanceOf(read: Reader, annotation: PDFDict) {
  const normal = read.get(read.getDict(annotation, 'AP'), 'N');
  const stream = read.stream(normal);
  if (stream) return stream;
  const state = nameOf(read.get(annotation, 'AS'));
  return state ? read.stream(read.get(read.dict(normal), state)) : undefined;
}
