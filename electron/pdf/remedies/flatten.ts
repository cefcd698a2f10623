import { PDFName } from '@cantoo/pdf-lib';
import type { RemedyNote } from '../../../shared/mailings/remedy.ts';
import { pdfium, saveCopy, withDocument, type Pdfium } from '../pdfium/engine.ts';
import { readFrame } from '../walker/tail.ts';
import { listPages } from '../walker/pages.ts';
import { CannotOpen, nothing, openFor, whole, type Remedied } from './piece.ts';

/** FPDF_ANNOT_WIDGET */
const widget = 20;
/** FLAT_NORMALDISPLAY: what is seen on the screen is what gets printed. */
const asDisplayed = 0;
const flattened = 1;

/** Gives fields without an appearance a plain one; returns how many there were. */
function drawPlainFields(engine: Pdfium, page: number): number {
  let drawn = 0;
  for (let i = 0; i < engine.FPDFPage_GetAnnotCount(page); i++) {
    const note = engine.FPDFPage_GetAnnot(page, i);
    if (note === 0) continue;
    const bare = engine.FPDFAnnot_GetSubtype(note) === widget && engine.FPDFAnnot_GetAP(note, 0, 0, 0) <= 2;
    if (bare && engine.EPDFAnnot_GenerateFormFieldAP(note)) drawn++;
    engine.FPDFPage_CloseAnnot(note);
  }
  return drawn;
}

/** Fields and notes become part of the page; the form itself is removed. Links stay. */
export async function flatten(bytes: Uint8Array, wasmPath: string): Promise<Remedied> {
  const engine = await pdfium(wasmPath);
  const notes: RemedyNote[] = [];
  let changed = false;
  const merged = withDocument(engine, bytes.subarray(readFrame(bytes).headerAt ?? 0), (doc, how) => {
    if (how !== 'open') throw new CannotOpen();
    engine.EPDF_RemoveEncryption(doc);
    for (let i = 0; i < engine.FPDF_GetPageCount(doc); i++) {
      const page = engine.FPDF_LoadPage(doc, i);
      if (page === 0) continue;
      if (drawPlainFields(engine, page) > 0 && !notes.includes('formWithoutLook'))
        notes.push('formWithoutLook');
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
  const pages = listPages(read);
  for (const page of pages) {
    const rest = read
      .array(read.get(page.dict, 'Annots'))
      .filter((a) => read.name(read.dict(a), 'Subtype') === 'Link');
    if (rest.length === 0) page.dict.delete(PDFName.of('Annots'));
    else page.dict.set(PDFName.of('Annots'), read.context.obj(rest));
  }
  return whole(document, pages.length, notes);
}
