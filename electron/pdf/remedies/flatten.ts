import { PDFName } from '@cantoo/pdf-lib';
import type { RemedyNote } from '../../../shared/mailings/remedy.ts';
import { pdfium, saveCopy, withDocument, type Pdfium } from '../pdfium/engine.ts';
import { readFrame } from '../walker/tail.ts';
import { listPages } from '../walker/pages.ts';
import { carryLinks } from './links.ts';
import { CannotOpen, nothing, openFor, whole, type Remedied } from './piece.ts';

/** FPDF_ANNOT_WIDGET */
const widget = 20;
/** FLAT_NORMALDISPLAY: what is seen on the screen is what gets printed. */
const asDisplayed = 0;
const flattened = 1;

/** FPDFANNOT_TEXT, _LINK and _POPUP: icons on the screen, and what is not drawn at all. */
const neverDrawn = new Set([1, 2, 16]);
/** FPDF_ANNOT_FLAG_HIDDEN */
const hidden = 2;

/** Gives fields and notes without an appearance a plain one; tells what there is to say about it. */
function drawPlainOnes(engine: Pdfium, page: number): RemedyNote[] {
  const notes: RemedyNote[] = [];
  for (let i = 0; i < engine.FPDFPage_GetAnnotCount(page); i++) {
    const note = engine.FPDFPage_GetAnnot(page, i);
    if (note === 0) continue;
    const kind = engine.FPDFAnnot_GetSubtype(note);
    const shows = !neverDrawn.has(kind) && (engine.FPDFAnnot_GetFlags(note) & hidden) === 0;
    if (shows && engine.FPDFAnnot_GetAP(note, 0, 0, 0) <= 2) {
      const made =
        kind === widget
          ? engine.EPDFAnnot_GenerateFormFieldAP(note)
          : engine.EPDFAnnot_GenerateAppearance(note);
      // A field that stays empty loses nothing.
      if (made) notes.push('formWithoutLook');
      else if (kind !== widget) notes.push('noteLeftOut');
    }
    engine.FPDFPage_CloseAnnot(note);
  }
  return notes;
}

/** Fields and notes become part of the page; the form itself is removed. Links stay. */
export async function flatten(bytes: Uint8Array, wasmPath: string): Promise<Remedied> {
  const engine = await pdfium(wasmPath);
  const notes = new Set<RemedyNote>();
  let changed = false;
  const merged = withDocument(engine, bytes.subarray(readFrame(bytes).headerAt ?? 0), (doc, how) => {
    if (how !== 'open') throw new CannotOpen();
    engine.EPDF_RemoveEncryption(doc);
    for (let i = 0; i < engine.FPDF_GetPageCount(doc); i++) {
      const page = engine.FPDF_LoadPage(doc, i);
      if (page === 0) continue;
      for (const note of drawPlainOnes(engine, page)) notes.add(note);
      changed = engine.FPDFPage_Flatten(page, asDisplayed) === flattened || changed;
      engine.FPDF_ClosePage(page);
    }
    return saveCopy(engine, doc);
  });
  const { document, read } = await openFor(merged);
  const form = PDFName.of('AcroForm');
  const catalog = read.catalog();
  if (!changed && catalog?.get(form) === undefined) return nothing('nothingToDo');
  catalog?.delete(form);
  // The engine takes links off with the rest and cuts the sheet to what is seen; both stay as they were.
  const { read: original } = await openFor(bytes);
  carryLinks(original, read);
  const pages = listPages(read);
  const before = listPages(original);
  for (const [i, page] of pages.entries()) {
    const { media, crop } = before[i] ?? page;
    page.dict.set(PDFName.of('MediaBox'), read.context.obj([...media]));
    page.dict.set(PDFName.of('CropBox'), read.context.obj([...crop]));
  }
  return whole(document, pages.length, [...notes]);
}
