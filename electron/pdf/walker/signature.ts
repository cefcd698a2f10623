import type { PDFDict } from '@cantoo/pdf-lib';
import type { Facts } from '../../../shared/mailings/facts.ts';
import type { Reader } from './objects.ts';

const code = (char: string): number => char.charCodeAt(0);

/**
 * What is left of a file's signatures. A signature names the bytes it was made for: all but a gap with itself (ISO 32000-1,
 * 12.8.1). In a file that was written anew the gap lies elsewhere. Whether it is genuine is not verified.
 * @param file from its header on
 */
export function readSignature(
  read: Reader,
  signatures: readonly PDFDict[],
  file: Uint8Array,
): Facts['signature'] {
  if (signatures.length === 0) return 'none';
  const fits = signatures.every((signature) => {
    const [start, gap, rest, length] = read
      .array(read.get(signature, 'ByteRange'))
      .map((n) => read.number(n));
    if (start !== 0 || gap == null || rest == null || length == null) return false;
    return file[gap] === code('<') && file[rest - 1] === code('>') && rest + length <= file.length;
  });
  return fits ? 'whole' : 'broken';
}
