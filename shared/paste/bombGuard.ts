import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

/** Limits for a workbook's zip. Real order exports stay far below. */
export const zipLimits = {
  totalBytes: 200 * 1024 * 1024,
  entryBytes: 100 * 1024 * 1024,
  entries: 10_000,
  ratio: 200,
  /** Small entries compress well without being bombs. */
  ratioFromBytes: 10 * 1024 * 1024,
} as const;

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** The zip's own table of contents. Fails with `file-unreadable` when it is cut off or no zip. */
export function readDirectory(bytes: Uint8Array): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let i = bytes.length - 22; i >= 0 && i >= bytes.length - 22 - 0xffff; i--) {
    if (view.getUint32(i, true) === endSignature) {
      end = i;
      break;
    }
  }
  if (end === -1) return fail('file-unreadable', 'not a zip');
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.entries) return fail('file-too-large', 'too many parts');
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let k = 0; k < count; k++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directorySignature)
      return fail('file-unreadable', 'damaged zip');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

/** Inflates one entry only to count; stops as soon as it is larger than allowed. null = damaged. */
async function countInflated(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<number | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return size;
      }
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof Error) return null; // damaged deflate data
    throw error;
  }
}

/**
 * Refuses a workbook that would unpack into something huge: first by what the zip declares, then by counting real
 * bytes, because the declared sizes can lie. `file-too-large` = a bomb or far too big, `file-unreadable` = damaged.
 */
export async function guardZip(bytes: Uint8Array): Promise<Result<ZipEntry[]>> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  let declared = 0;
  for (const entry of directory.value) {
    declared += entry.size;
    const wild = entry.size > zipLimits.ratioFromBytes && entry.size > entry.packed * zipLimits.ratio;
    if (entry.size > zipLimits.entryBytes || declared > zipLimits.totalBytes || wild)
      return fail('file-too-large', entry.name);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let real = 0;
  for (const entry of directory.value) {
    // Readers may believe the entry's own header: it must say the same as the table of contents.
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
      return fail('file-unreadable', 'damaged zip');
    if (view.getUint16(entry.offset + 8, true) !== entry.method)
      return fail('file-unreadable', 'damaged zip');
    if (entry.method !== 8) {
      real += entry.packed;
      if (real > zipLimits.totalBytes) return fail('file-too-large', entry.name);
      continue;
    }
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = bytes.slice(start, start + entry.packed);
    const size = await countInflated(packed, zipLimits.entryBytes);
    if (size === null) return fail('file-unreadable', 'damaged zip');
    real += size;
    const wild = size > zipLimits.ratioFromBytes && size > packed.length * zipLimits.ratio;
    if (size > zipLimits.entryBytes || real > zipLimits.totalBytes || wild)
      return fail('file-too-large', entry.name);
  }
  return ok(directory.value);
}
