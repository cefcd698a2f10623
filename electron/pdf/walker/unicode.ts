import { PDFName, PDFNumber, type PDFDict } from '@cantoo/pdf-lib';
import { unpack } from './inflate.ts';
import { nameOf, type Reader } from './objects.ts';

/** From a code of a font to its letters; null when the file does not say. */
export type ToText = (code: number) => string | null;

const winAnsi = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));
const unknown: ToText = () => null;
/** A CMap larger than this is not read, in bytes. */
const largestMap = 1_000_000;

/** How to read the codes of a font. What is not certain is left to an engine that knows more. */
export function textOf(read: Reader, font: PDFDict): ToText {
  const stream = read.stream(read.get(font, 'ToUnicode'));
  if (stream) {
    const map = parseToUnicode(Buffer.from(unpack(read, stream).subarray(0, largestMap)).toString('latin1'));
    return (code) => map.get(code) ?? null;
  }
  if (read.name(font, 'Subtype') === 'Type0' || read.name(font, 'Subtype') === 'Type3') return unknown;
  const encoding = read.get(font, 'Encoding');
  const name = nameOf(encoding) ?? read.name(read.dict(encoding), 'BaseEncoding');
  if (name === 'WinAnsiEncoding') return withDifferences(read, read.dict(encoding), fromWinAnsi);
  const standard = /^(Helvetica|Times|Courier)/.test(read.name(font, 'BaseFont') ?? '');
  return standard && encoding === undefined ? plainAscii : unknown;
}

const fromWinAnsi: ToText = (code) => (code >= 32 && code < 256 ? (winAnsi[code] ?? null) : null);
/** Where standard encoding and ASCII agree. */
const plainAscii: ToText = (code) =>
  code >= 32 && code < 127 && code !== 39 && code !== 96 ? String.fromCharCode(code) : null;

function withDifferences(read: Reader, encoding: PDFDict | undefined, base: ToText): ToText {
  const changed = new Map<number, string | null>();
  let at = 0;
  for (const item of read.array(read.get(encoding, 'Differences'))) {
    const value = read.resolve(item);
    if (value instanceof PDFNumber) at = value.asNumber();
    else if (value instanceof PDFName) {
      const glyph = value.decodeText();
      changed.set(at++, /^[A-Za-z]$/.test(glyph) ? glyph : glyph === 'space' ? ' ' : null);
    }
  }
  return changed.size === 0 ? base : (code) => (changed.has(code) ? (changed.get(code) ?? null) : base(code));
}

const fromHex = (hex: string): string => {
  let out = '';
  for (let i = 0; i + 4 <= hex.length; i += 4)
    out += String.fromCharCode(Number.parseInt(hex.slice(i, i + 4), 16));
  return out;
};

/** Reads bfchar and bfrange blocks. */
export function parseToUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(
      /<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]*)\s*>/g,
    )) {
      map.set(Number.parseInt(code, 16), fromHex(text));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const rows = block.matchAll(
      /<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*(?:<\s*([0-9a-fA-F]*)\s*>|\[([^\]]*)\])/g,
    );
    for (const [, from = '', to = '', text, list] of rows) {
      const first = Number.parseInt(from, 16);
      const last = Math.min(Number.parseInt(to, 16), first + 65_535);
      const each = list?.match(/[0-9a-fA-F]+/g);
      const start = fromHex(text ?? '');
      const base = start.charCodeAt(start.length - 1);
      for (let code = first; code <= last; code++) {
        map.set(
          code,
          each
            ? fromHex(each[code - first] ?? '')
            : start.slice(0, -1) + String.fromCharCode(base + code - first),
        );
      }
    }
  }
  return map;
}
