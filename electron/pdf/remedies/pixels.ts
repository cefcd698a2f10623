import { PDFDocument, PDFName, PDFObjectCopier, PDFRawStream } from '@cantoo/pdf-lib';
import { heap, pdfium, withDocument } from '../pdfium/engine.ts';
import type { Reader } from '../walker/objects.ts';

export type Pixels = { bgra: Uint8Array; width: number; height: number; stride: number };

/** The pixels of one picture at the wanted size, drawn by PDFium; null when it cannot draw it. */
export async function pixelsOf(
  read: Reader,
  stream: PDFRawStream,
  size: { width: number; height: number },
  wasmPath: string,
): Promise<Pixels | null> {
  const { width, height } = size;
  const small = await PDFDocument.create({ updateMetadata: false });
  const copy = PDFObjectCopier.for(read.context, small.context).copy(stream);
  // The mask stays with the original; here only the colours are wanted.
  for (const key of ['SMask', 'Mask', 'Metadata', 'OC']) copy.dict.delete(PDFName.of(key));
  const image = small.context.register(copy);
  const page = small.addPage([width, height]);
  page.node.set(PDFName.of('Resources'), small.context.obj({ XObject: { I: image } }));
  page.node.set(
    PDFName.of('Contents'),
    small.context.register(small.context.flateStream(`${width} 0 0 ${height} 0 0 cm /I Do`)),
  );
  const bytes = await small.save({ useObjectStreams: false, addDefaultPage: false });
  const engine = await pdfium(wasmPath);
  return withDocument(engine, bytes, (doc, how) => {
    const at = how === 'open' ? engine.FPDF_LoadPage(doc, 0) : 0;
    if (at === 0) return null;
    const bitmap = engine.FPDFBitmap_Create(width, height, 0);
    try {
      if (bitmap === 0) return null;
      engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      engine.FPDF_RenderPageBitmap(bitmap, at, 0, 0, width, height, 0, 0);
      const stride = engine.FPDFBitmap_GetStride(bitmap);
      const from = engine.FPDFBitmap_GetBuffer(bitmap);
      return { bgra: heap(engine).slice(from, from + stride * height), width, height, stride };
    } finally {
      if (bitmap !== 0) engine.FPDFBitmap_Destroy(bitmap);
      engine.FPDF_ClosePage(at);
    }
  });
}

/** True when every pixel has red, green and blue alike. */
export function isGrey(p: Pixels): boolean {
  for (let y = 0; y < p.height; y++) {
    for (let i = y * p.stride; i < y * p.stride + p.width * 4; i += 4) {
      const g = p.bgra[i + 1] ?? 0;
      if (Math.abs((p.bgra[i] ?? 0) - g) > 3 || Math.abs((p.bgra[i + 2] ?? 0) - g) > 3) return false;
    }
  }
  return true;
}
