import { PDFDocument, type PDFDict } from '@cantoo/pdf-lib';
import { Reader } from './objects.ts';

export type Encryption = 'none' | 'owner' | 'attachments';
export type Loaded =
  | { kind: 'open'; read: Reader; document: PDFDocument; encryption: Encryption; printAllowed: boolean }
  /** Asks for a password. */
  | { kind: 'password' }
  /** Protected by something else than a password: a certificate, or a program of its own. */
  | { kind: 'locked' }
  | { kind: 'broken' };

/** Options under which the parser is forgiving and does not yield. */
const loadOptions = {
  updateMetadata: false,
  throwOnInvalidObject: false,
  capNumbers: true,
  parseSpeed: Number.POSITIVE_INFINITY,
} as const;

/** Opens a file; owner-only encryption is undone with the empty password. */
export async function load(bytes: Uint8Array): Promise<Loaded> {
  try {
    const document = await PDFDocument.load(bytes, { ...loadOptions, ignoreEncryption: true });
    const read = new Reader(document.context);
    const lock = read.dict(document.context.trailerInfo.Encrypt);
    if (lock && !contentInClear(read, lock)) return await unlock(bytes, read, lock);
    delete document.context.trailerInfo.Encrypt;
    const encryption = lock ? 'attachments' : 'none';
    return { kind: 'open', read, document, encryption, printAllowed: true };
  } catch {
    return { kind: 'broken' }; // what the parser cannot make sense of; another engine is asked
  }
}

/** ISO 32000-1, 7.6.5: crypt filters that leave streams and strings as they are; only attachments are locked. */
function contentInClear(read: Reader, lock: PDFDict): boolean {
  const left = (key: string): boolean => (read.name(lock, key) ?? 'Identity') === 'Identity';
  return (read.number(read.raw(lock, 'V')) ?? 0) >= 4 && left('StmF') && left('StrF');
}

async function unlock(bytes: Uint8Array, locked: Reader, lock: PDFDict): Promise<Loaded> {
  if (locked.name(lock, 'Filter') !== 'Standard') return { kind: 'locked' };
  try {
    const document = await PDFDocument.load(bytes, { ...loadOptions, password: '' });
    // Bit 3 of /P (ISO 32000-1, table 22): printing.
    const permissions = locked.number(locked.raw(lock, 'P'));
    const printAllowed = permissions === null || (permissions & 4) !== 0;
    return { kind: 'open', read: new Reader(document.context), document, encryption: 'owner', printAllowed };
  } catch (error) {
    return { kind: /password/i.test(String(error)) ? 'password' : 'broken' };
  }
}
