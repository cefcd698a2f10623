import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFName,
  PDFNull,
  PDFRawStream,
  type PDFDict,
  type PDFStream,
} from '@cantoo/pdf-lib';
import { nameOf, type Reader } from './objects.ts';
import { systemCode } from '../../../shared/lib/systemCode.ts';

/** A content stream larger than this, unpacked, is a bomb or not ours to judge (bytes). */
export const largestContent = 48 * 1024 * 1024;

/** A stream unpacks to more than anybody draws. */
export class TooLarge extends Error {}

const options = { maxOutputLength: largestContent, finishFlush: constants.Z_SYNC_FLUSH };

/** The names of a stream's filters, in order. */
export function filtersOf(read: Reader, dict: PDFDict): string[] {
  const filter = read.get(dict, 'Filter');
  const one = nameOf(filter);
  return one ? [one] : read.array(filter).flatMap((f) => nameOf(read.resolve(f)) ?? []);
}

/** The unpacked bytes of a stream; empty when it cannot be unpacked. Throws TooLarge for a bomb. */
export const unpack = (read: Reader, stream: PDFStream): Uint8Array =>
  tryUnpack(read, stream) ?? new Uint8Array();

/** As `unpack`, but null when it cannot be unpacked: a filter nobody knows, or damage. */
export function tryUnpack(read: Reader, stream: PDFStream): Uint8Array | null {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const filters = filtersOf(read, stream.dict);
  const parms = read.get(stream.dict, 'DecodeParms');
  const settings = filters.map(
    (_f, i) => read.dict(read.array(parms)[i]) ?? (i === 0 ? read.dict(parms) : undefined),
  );
  let bytes = stream.contents;
  let done = 0;
  for (const filter of filters) {
    const isFlate = filter === 'FlateDecode' || filter === 'Fl';
    const predictor = read.number(read.raw(settings[done], 'Predictor')) ?? 1;
    // The crypt filter Identity leaves all as it is; what another has locked was opened with the file.
    if (isFlate && predictor <= 1) {
      const inflated = inflate(bytes);
      if (inflated === null) break;
      bytes = inflated;
    } else if (filter !== 'Crypt') break;
    done++;
  }
  if (done === filters.length) return bytes;
  const dict = stream.dict.clone(read.context);
  dict.set(PDFName.of('Filter'), read.context.obj(filters.slice(done).map((f) => PDFName.of(f))));
  dict.set(PDFName.of('DecodeParms'), read.context.obj(settings.slice(done).map((d) => d ?? PDFNull)));
  return decodeAsFar(PDFRawStream.of(dict, bytes));
}

/** The parser's own decoders: slower, but they know every filter and keep what comes before a damage. */
function decodeAsFar(stream: PDFRawStream): Uint8Array | null {
  try {
    const bytes = decodePDFRawStream(stream).decode();
    if (bytes.length > largestContent) throw new TooLarge();
    return bytes.length > 0 ? bytes : null;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    return null;
  }
}

/** Null for damage. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  for (const way of [inflateSync, inflateRawSync]) {
    try {
      return way(way === inflateSync ? bytes : bytes.subarray(2), options);
    } catch (error) {
      if (error instanceof RangeError || systemCode(error) === 'ERR_BUFFER_TOO_LARGE') {
        throw new TooLarge();
      }
    }
  }
  return null;
}
