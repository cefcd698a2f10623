import { PDFDocument, PDFName, type PDFContext, type PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { embedLetterFont, type LetterFont } from '../../electron/pdf/remedies/embedFont.ts';

/** Builds small PDFs for tests: text at millimetres, and whatever else a test puts into the objects. */

export const points = (mm: number): number => (mm * 72) / 25.4;

export type TextAt = { text: string; x: number; y: number; size?: number };
export type PageSpec = {
  width?: number;
  height?: number;
  texts?: TextAt[];
  /** Raw operators added before the text. */
  content?: string;
  /** Further resources, by category and name. */
  resources?: Record<string, Record<string, unknown>>;
  /** Further keys of the page. */
  keys?: Record<string, unknown>;
};
export type Kit = {
  document: PDFDocument;
  context: PDFContext;
  font: LetterFont;
  catalog: PDFDict;
  pages: PDFDict[];
};

/** Text whose capitals start about `y` millimetres from the top (the baseline is a size further down). */
function operators(font: LetterFont, t: TextAt, height: number): string {
  const size = t.size ?? 3.7;
  return `BT /F0 ${points(size)} Tf ${points(t.x)} ${points(height - t.y - size * 0.73)} Td ${font.encode(t.text)} Tj ET\n`;
}

/** @param change last touch on the document before it is written */
export async function makePdf(
  pages: PageSpec[],
  change?: (kit: Kit) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const font = embedLetterFont(context);
  const dicts = pages.map((spec) => {
    const height = spec.height ?? 297;
    const page = document.addPage([points(spec.width ?? 210), points(height)]);
    const text = (spec.texts ?? []).map((t) => operators(font, t, height)).join('');
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.flateStream(`${spec.content ?? ''}\n${text}`)),
    );
    page.node.set(
      PDFName.of('Resources'),
      context.obj({
        Font: { F0: font.ref, ...spec.resources?.['Font'] },
        ...without(spec.resources),
      } as never),
    );
    for (const [key, value] of Object.entries(spec.keys ?? {}))
      page.node.set(PDFName.of(key), context.obj(value as never));
    return page.node;
  });
  await change?.({ document, context, font, catalog: document.catalog, pages: dicts });
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function without(resources: PageSpec['resources']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(resources ?? {}).filter(([key]) => key !== 'Font'));
}

/** A usual address, a line each 4.6 mm. */
export function addressAt(
  x: number,
  y: number,
  lines = ['Frau', 'Anneliese Bär-Zürcher', 'Bahnhofstrasse 41', '7000 Chur'],
): TextAt[] {
  return lines.map((text, i) => ({ text, x, y: y + i * 4.6 }));
}

export const body: TextAt[] = Array.from({ length: 12 }, (_, i) => ({
  text: 'Sehr geehrte Damen und Herren, anbei erhalten Sie die Abrechnung des Halbjahres.',
  x: 25,
  y: 110 + i * 5,
}));

/** A flawless one-page letter for the Swiss window right. */
export const letter = (texts: TextAt[] = []): PageSpec => ({
  texts: [...addressAt(122, 58), ...body, ...texts],
});

/** An uncompressed RGB picture of noise-free stripes. */
export function picture(
  context: PDFContext,
  width: number,
  height: number,
  more: Record<string, unknown> = {},
): PDFRef {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = (i * 31 + (i >> 9) * 7) & 255;
  return context.register(
    context.stream(data, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      ...more,
    } as never),
  );
}

/** Grows a PDF to exactly `bytes` with an incremental update holding one unused stream. */
export function grow(pdf: Uint8Array, bytes: number): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const last = (pattern: RegExp): string => [...text.matchAll(pattern)].at(-1)?.[1] ?? '0';
  const build = (k: number): Buffer => {
    const before = Buffer.concat([Buffer.from(pdf), Buffer.from('\n')]);
    const size = Number(last(/\/Size\s+(\d+)/g));
    const object = Buffer.concat([
      Buffer.from(`${size} 0 obj\n<</Length ${k}>>\nstream\n`),
      Buffer.alloc(k, 0x41),
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    const at = before.length + object.length;
    const tail = `xref\n${size} 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${size + 1}/Root ${last(/\/Root\s+(\d+ \d+ R)/g)}/Prev ${last(/startxref\s+(\d+)/g)}>>\nstartxref\n${at}\n%%EOF\n`;
    return Buffer.concat([before, object, Buffer.from(tail)]);
  };
  let k = bytes - build(0).length;
  let out = build(k);
  while (out.length !== bytes) {
    k += bytes - out.length;
    out = build(k);
  }
  return out;
}
