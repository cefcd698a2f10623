import { overlaps } from '../../shared/mailings/box.ts';
import { emptyFacts, type Facts, type PageFacts, type TextLine } from '../../shared/mailings/facts.ts';
import type { PageLines } from '../../shared/mailings/letters.ts';
import { pdfium, withDocument } from './pdfium/engine.ts';
import { readLines } from './pdfium/readLines.ts';
import { load, type Loaded } from './walker/load.ts';
import { listPages, paperSize, toPaper } from './walker/pages.ts';
import { headerWithin } from '../../shared/mailings/limits.ts';
import { readFrame, type Frame } from './walker/tail.ts';
import { walk } from './walker/walk.ts';

/**
 * Examines the bytes of a file: our own walker for the structure, PDFium as second opinion and for the
 * text of page 1. Gives facts for anything, also for what is no PDF.
 * @param wasmPath pdfium.wasm; without it there is no second opinion
 */
export async function examine(bytes: Uint8Array, wasmPath: string | null): Promise<Facts> {
  const started = performance.now();
  const frame = readFrame(bytes);
  const facts =
    frame.headerAt === null ? emptyFacts(bytes.length) : await examineBody(bytes, frame, wasmPath);
  // So far in, a header is only one when a PDF follows it.
  const headerAt = facts.walkerOpened || (frame.headerAt ?? 0) < headerWithin ? frame.headerAt : null;
  return {
    ...facts,
    ...frame,
    headerAt,
    bytes: bytes.length,
    took: Math.round((performance.now() - started) * 10) / 10,
  };
}

async function examineBody(bytes: Uint8Array, frame: Frame, wasmPath: string | null): Promise<Facts> {
  const loaded = await load(bytes);
  const { facts, firstPageRead } =
    loaded.kind === 'open'
      ? walkSafely(loaded, bytes.subarray(frame.headerAt ?? 0))
      : { facts: emptyFacts(bytes.length), firstPageRead: false };
  if (loaded.kind === 'password' || loaded.kind === 'locked') return { ...facts, encryption: loaded.kind };
  // PDFium asks for the password of the attachments before it shows the pages, which need none.
  if (wasmPath === null || facts.encryption === 'attachments') return facts;
  const engine = await pdfium(wasmPath);
  // PDFium wants the header in the first 1024 bytes and at offset 0 of what it is given.
  const body = frame.headerAt ? bytes.subarray(frame.headerAt) : bytes;
  return withDocument(engine, body, (doc, how) => {
    facts.pdfiumOpened = how === 'open';
    if (how === 'password') facts.encryption = 'password';
    if (how !== 'open') return facts;
    if (!facts.walkerOpened) facts.pageCount = engine.FPDF_GetPageCount(doc);
    const [first] = facts.pages;
    const [node] = loaded.kind === 'open' ? listPages(loaded.read, 1) : [];
    // Where the file says which letters its codes are, our own reading is enough.
    if (first?.examined && node && !firstPageRead) {
      const lines = readLines(engine, doc, 0, toPaper(node));
      if (lines.length > 0) first.lines = lines.filter((l) => isSeen(first, l));
    }
    return facts;
  });
}

/** An engine gives every letter of a page, also those that nobody sees: invisible, white, clipped away. */
const isSeen = (page: PageFacts, line: TextLine): boolean =>
  page.lines.some((own) => overlaps(own, line)) ||
  page.marks.some((mark) => mark.kind === 'picture' && overlaps(mark, line));

/** A walker that stumbles over a strange file has not opened it; PDFium decides then. */
function walkSafely(
  loaded: Extract<Loaded, { kind: 'open' }>,
  bytes: Uint8Array,
): { facts: Facts; firstPageRead: boolean } {
  try {
    const { facts, firstPageRead } = walk(loaded, bytes);
    const hasTree = loaded.read.getDict(loaded.read.catalog(), 'Pages') !== undefined;
    return { facts: hasTree ? facts : { ...facts, walkerOpened: false }, firstPageRead };
  } catch {
    // walkerOpened is false: the file is reported as damaged
    return { facts: emptyFacts(bytes.length), firstPageRead: false };
  }
}

/** The text of every page by line (to split a file at each address). */
export async function readAllLines(bytes: Uint8Array, wasmPath: string, most = 2000): Promise<PageLines[]> {
  const loaded = await load(bytes);
  if (loaded.kind !== 'open') return [];
  const nodes = listPages(loaded.read, most);
  const engine = await pdfium(wasmPath);
  const at = readFrame(bytes).headerAt ?? 0;
  return withDocument(engine, bytes.subarray(at), (doc, how) =>
    nodes.map((node) => ({
      number: node.number,
      ...paperSize(node),
      lines: how === 'open' ? readLines(engine, doc, node.number - 1, toPaper(node)) : [],
    })),
  );
}
