import { PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { limits } from '../../../shared/mailings/limits.ts';
import type { RemedyNote } from '../../../shared/mailings/remedy.ts';
import { filtersOf } from '../walker/inflate.ts';
import { lowestOf, type Placed } from '../walker/images.ts';
import type { Reader } from '../walker/objects.ts';
import { walk } from '../walker/walk.ts';
import { encodeJpeg } from './jpeg.ts';
import { nothing, openFor, write, type Remedied } from './piece.ts';
import { isGrey, pixelsOf } from './pixels.ts';

/** Gentle first; never below the resolution the service calls too low. */
const steps = [
  { dpi: limits.dpi.wanted, quality: 85 },
  { dpi: 220, quality: 78 },
  { dpi: limits.dpi.least, quality: 68 },
];
/** Smaller pictures are not worth it, in bytes. */
const leastBytes = 20_000;
/** Pixels of a picture above which it is left alone: it would not fit into memory. */
const mostPixels = 60_000_000;

const colours = new Set([
  'DeviceRGB',
  'DeviceGray',
  'CalRGB',
  'CalGray',
  'ICCBased3',
  'ICCBased1',
  'Indexed',
]);

/** A picture that can become a JPEG without losing a mask, an ink or sharp black and white. */
function canShrink(read: Reader, p: Placed): boolean {
  if (!(p.stream instanceof PDFRawStream) || p.stencil || p.bytes < leastBytes) return false;
  const { dict } = p.stream;
  const jpx = filtersOf(read, dict).includes('JPXDecode');
  const bits = read.number(read.raw(dict, 'BitsPerComponent')) ?? (jpx ? 8 : 1);
  const colourKey = read.array(read.get(dict, 'Mask')).length > 0;
  return (
    bits > 1 &&
    !colourKey &&
    (colours.has(p.colour) || (jpx && p.colour === '')) &&
    p.width * p.height <= mostPixels
  );
}

/**
 * Makes pictures smaller until the file is below `below` bytes: first to 300 dpi, at last to 150 dpi.
 * Each step starts from the original pictures. CMYK, spot and black-and-white pictures are kept.
 */
export async function recompress(bytes: Uint8Array, below: number, wasmPath: string): Promise<Remedied> {
  let best: Uint8Array | null = null;
  let kept = false;
  for (const step of steps) {
    const opened = await openFor(bytes);
    const { placed, facts } = walk(opened, bytes);
    const { read } = opened;
    const refs = new Map<unknown, PDFRef>(
      read.context.enumerateIndirectObjects().map(([ref, o]) => [o, ref]),
    );
    let changed = false;
    for (const p of lowestOf(placed)) {
      const { stream } = p;
      if (!(stream instanceof PDFRawStream)) continue;
      if (!canShrink(read, p)) {
        kept ||= p.bytes >= leastBytes;
        continue;
      }
      const ref = refs.get(stream);
      const fresh = ref && (await smaller(read, stream, p, step, wasmPath));
      if (!ref || !fresh) continue;
      read.context.assign(ref, fresh);
      changed = true;
    }
    if (!changed) continue;
    const out = await write(opened.document);
    if (!best || out.length < best.length) best = out;
    if (best.length < below) return { pieces: [{ bytes: best, first: 1, last: facts.pageCount }], notes: [] };
    if (step === steps.at(-1)) {
      const notes: RemedyNote[] = kept ? ['notBelowLimit', 'picturesKept'] : ['notBelowLimit'];
      return { pieces: [{ bytes: best, first: 1, last: facts.pageCount }], notes };
    }
  }
  return kept ? nothing('picturesKept') : nothing('nothingToDo');
}

/** The picture as JPEG, at most at the wanted resolution; null when that would not be smaller. */
async function smaller(
  read: Reader,
  stream: PDFRawStream,
  p: Placed,
  step: { dpi: number; quality: number },
  wasmPath: string,
): Promise<PDFRawStream | null> {
  const k = Math.min(1, step.dpi / (p.dpi ?? step.dpi));
  const size = { width: Math.max(1, Math.round(p.width * k)), height: Math.max(1, Math.round(p.height * k)) };
  const pixels = await pixelsOf(read, stream, size, wasmPath);
  if (!pixels) return null;
  const grey = isGrey(pixels);
  const jpeg = encodeJpeg(pixels.bgra, pixels, step.quality, grey);
  if (jpeg.length > p.bytes * 0.9) return null;
  const dict = stream.dict.clone(read.context);
  for (const key of ['DecodeParms', 'Decode', 'Length', 'SMaskInData']) dict.delete(PDFName.of(key));
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.set(PDFName.of('ColorSpace'), PDFName.of(grey ? 'DeviceGray' : 'DeviceRGB'));
  dict.set(PDFName.of('BitsPerComponent'), read.context.obj(8));
  dict.set(PDFName.of('Width'), read.context.obj(size.width));
  dict.set(PDFName.of('Height'), read.context.obj(size.height));
  return PDFRawStream.of(dict, jpeg);
}
