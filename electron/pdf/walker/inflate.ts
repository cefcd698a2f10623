import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFRawStream, type PDFDict, type PDFStream } from '@cantoo/pdf-lib';
import { nameOf, type Reader } from './objects.ts';

/** A content stream larger than this, unpacked, is a bomb or not ours to judge (bytes). */
export const largestContent = 48 * 1024 * 1024;

export class TooLarge extends Error {}

const options = { maxOutputLength: largestContent, finishFlush: constants.Z_SYNC_FLUSH };

/** The names of a stream's filters, in order. */
export function filtersOf(read: Reader, dict: PDFDict): string[] {
  const filter = read.get(dict, 'Filter');
  const one = nameOf(filter);
  return one ? [one] : read.array(filter).flatMap((f) => nameOf(read.resolve(f)) ?? []);
}

/** The unpacked bytes of a stream; empty when it cannot be unpacked. Throws TooLarge for a bomb. */
export function unpack(read: Reader, stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const filters = filtersOf(read, stream.dict);
  if (filters.length === 0) return stream.contents;
  const predictor = read.number(read.raw(read.getDict(stream.dict, 'DecodeParms'), 'Predictor')) ?? 1;
  if (filters.length === 1 && (filters[0] === 'FlateDecode' || filters[0] === 'Fl') && predictor <= 1) {
    return inflate(stream.contents);
  }
  try {
    const bytes = decodePDFRawStream(stream).decode();
    if (bytes.length > largestContent) throw new TooLarge();
    return bytes;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    return new Uint8Array(); // a filter nobody knows: nothing can be said about this stream
  }
}

function inflate(bytes: Uint8Array): Uint8Array {
  for (const way of [inflateSync, inflateRawSync]) {
    try {
      return way(way === inflateSync ? bytes : bytes.subarray(2), options);
    } catch (error) {
      if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        throw new TooLarge();
      }
    }
  }
  return new Uint8Array();
}
