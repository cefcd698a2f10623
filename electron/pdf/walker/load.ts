import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { Reader } from './objects.ts';

export type Loaded =
  | { kind: 'open'; read: Reader; document: PDFDocument; encryption: 'none' | 'owner'; printAllowed: boolean }
  | { kind: 'password' }
  | { kind: 'broken' };

/** Options under which the parser is forgiving and does not yield. */
export const loadOptions = {
  updateMetadata: false,
  throwOnInvalidObject: false,
  capNumbers: true,
  parseSpeed: Number.POSITIVE_INFINITY,
} as const;

/** Opens a file; owner-only encryption is undone with the empty password. */
export async function load(bytes: Uint8Array): Promise<Loaded> {
  try {
    const document = await PDFDocument.load(bytes, loadOptions);
    return {
      kind: 'open',
      read: new Reader(document.context),
      document,
      encryption: 'none',
      printAllowed: true,
    };
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) return { kind: 'broken' };
  }
  try {
    const document = await PDFDocument.load(bytes, { ...loadOptions, password: '' });
    const printAllowed = await mayPrint(bytes);
    return { kind: 'open', read: new Reader(document.context), document, encryption: 'owner', printAllowed };
  } catch (error) {
    return { kind: /password/i.test(String(error)) ? 'password' : 'broken' };
  }
}

/** Bit 3 of /P (ISO 32000-1, table 22): printing. */
async function mayPrint(bytes: Uint8Array): Promise<boolean> {
  const locked = await PDFDocument.load(bytes, { ...loadOptions, ignoreEncryption: true });
  const read = new Reader(locked.context);
  const permissions = read.number(read.raw(read.dict(locked.context.trailerInfo.Encrypt), 'P'));
  return permissions === null || (permissions & 4) !== 0;
}
