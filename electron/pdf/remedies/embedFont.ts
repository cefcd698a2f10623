import { PDFHexString, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { letterFontBase64 } from './letterFont.ts';

/** Our letter font, embedded whole, so that a sheet we add carries its own letters. */
export type LetterFont = {
  ref: PDFRef;
  /** Codes of a text as a hex string operand. */
  encode(text: string): string;
  /** Width in units of the size. */
  width(text: string): number;
  /** Letters of a text that the font lacks. */
  missing(text: string): string[];
};

type Table = {
  glyphs: Map<number, number>;
  advance: (glyph: number) => number;
  count: number;
  bytes: Buffer;
};

let parsed: Table | null = null;

/** Reads cmap (format 4) and hmtx of our own font file. */
function parse(): Table {
  if (parsed) return parsed;
  const bytes = Buffer.from(letterFontBase64, 'base64');
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    tables.set(bytes.toString('latin1', 12 + i * 16, 16 + i * 16), bytes.readUInt32BE(12 + i * 16 + 8));
  }
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`letter font without ${name}`);
    return offset;
  };
  const em = bytes.readUInt16BE(at('head') + 18);
  const metrics = bytes.readUInt16BE(at('hhea') + 34);
  const count = bytes.readUInt16BE(at('maxp') + 4);
  const advance = (glyph: number): number =>
    (bytes.readUInt16BE(at('hmtx') + Math.min(glyph, metrics - 1) * 4) * 1000) / em;
  parsed = { glyphs: readCmap(bytes, at('cmap')), advance, count, bytes };
  return parsed;
}

function readCmap(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const sub = cmap + bytes.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (bytes.readUInt16BE(sub) !== 4) continue;
    const segments = bytes.readUInt16BE(sub + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = bytes.readUInt16BE(sub + 14 + s * 2);
      const start = bytes.readUInt16BE(sub + 16 + segments * 2 + s * 2);
      const delta = bytes.readUInt16BE(sub + 16 + segments * 4 + s * 2);
      const rangeAt = sub + 16 + segments * 6 + s * 2;
      const range = bytes.readUInt16BE(rangeAt);
      for (let c = start; c <= end && c < 0xffff; c++) {
        const raw = range === 0 ? c : bytes.readUInt16BE(rangeAt + range + (c - start) * 2);
        if (range !== 0 && raw === 0) continue;
        glyphs.set(c, (raw + delta) & 0xffff);
      }
    }
    break;
  }
  return glyphs;
}

/** The letters of a text; composed, since our font has no combining marks. */
const letters = (text: string): string[] => Array.from(text.normalize('NFC'));
const hex4 = (n: number): string => n.toString(16).padStart(4, '0');

/** Puts the font into a document. */
export function embedLetterFont(context: PDFContext): LetterFont {
  const font = parse();
  const file = context.register(context.flateStream(font.bytes, { Length1: font.bytes.length }));
  const name = 'PRLTTR+LiberationSans';
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 32,
      FontBBox: [-544, -303, 1302, 980],
      ItalicAngle: 0,
      Ascent: 905,
      Descent: -212,
      CapHeight: 729,
      StemV: 80,
      FontFile2: file,
    }),
  );
  const widths = Array.from({ length: font.count }, (_, g) => Math.round(font.advance(g)));
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.fromText('Adobe'),
        Ordering: PDFHexString.fromText('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      DW: 556,
      W: [0, widths],
    }),
  );
  const unicode = context.register(context.flateStream(toUnicode(font.glyphs)));
  const dict = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
  });
  dict.set(PDFName.of('ToUnicode'), unicode);
  const glyphOf = (c: string): number | undefined => font.glyphs.get(c.codePointAt(0) ?? 0);
  return {
    ref: context.register(dict),
    encode: (text) =>
      `<${letters(text)
        .map((c) => hex4(glyphOf(c) ?? 0))
        .join('')}>`,
    width: (text) => letters(text).reduce((sum, c) => sum + font.advance(glyphOf(c) ?? 0) / 1000, 0),
    missing: (text) => letters(text).filter((c) => glyphOf(c) === undefined),
  };
}

/** A CMap from glyph numbers back to letters, in blocks of 100 as the format wants. */
function toUnicode(glyphs: Map<number, number>): string {
  const byGlyph = new Map<number, number>();
  for (const [c, g] of glyphs) if (!byGlyph.has(g)) byGlyph.set(g, c);
  const pairs = [...byGlyph].map(([g, c]) => `<${hex4(g)}> <${hex4(c)}>`);
  let out =
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n';
  for (let i = 0; i < pairs.length; i += 100) {
    const part = pairs.slice(i, i + 100);
    out += `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`;
  }
  return `${out}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`;
}
