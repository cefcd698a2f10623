import type { TableNote } from './pasteTypes.ts';

export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis' | 'macintosh' | 'ibm850';
  notes: TableNote[];
}

/** Where the zero bytes of the first 4 kB sit tells UTF-16 without a byte order mark. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // not that encoding
    throw error;
  }
};

/** Amazon Japan writes Shift-JIS; Kana in numbers hardly ever come out of Western bytes by chance. */
function looksJapanese(text: string | null): text is string {
  if (text === null) return false;
  const kana = text.match(/[\u3041-\u30fe]/gu)?.length ?? 0;
  return kana >= 4;
}

/** Bytes that are small letters in Mac Roman but signs or capitals in Windows-1252. */
const macLetters = new Set([
  0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x96, 0x97, 0x99, 0x9f, 0xa7, 0xbf,
]);
/** ü é ä ö of DOS 850: signs in Windows-1252, capitals in Mac Roman. */
const dosLetters = new Set([0x81, 0x82, 0x84, 0x94]);

/** The upper half of DOS code page 850, which no decoder of the platform knows. */
const dos850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const decodeDos = (bytes: Uint8Array): string => {
  const units = Uint16Array.from(bytes, (byte) => (byte < 0x80 ? byte : dos850.charCodeAt(byte - 0x80)));
  return new TextDecoder('utf-16le').decode(units);
};

const isSmall = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5a;

/** Excel for Mac and DOS programs: behind letters stand bytes that are small letters in their encoding only. */
function guessOldEncoding(bytes: Uint8Array): 'macintosh' | 'ibm850' | 'windows-1252' {
  let mac = 0;
  let dos = 0;
  let western = 0;
  for (let i = 1; i < bytes.length && mac + dos < 200; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || !(isSmall(bytes[i - 1]) || (isCapital(bytes[i - 1]) && isSmall(bytes[i + 1]))))
      continue;
    if (dosLetters.has(byte)) dos += isSmall(bytes[i + 1]) ? 1 : 0;
    else if (macLetters.has(byte)) mac++;
    else if (byte >= 0xc0 && byte !== 0xe1) western++; // 0xe1: ß in DOS 850
  }
  if (dos >= 3 && dos > western) return 'ibm850';
  return dos === 0 && mac >= 3 && mac > western * 3 ? 'macintosh' : 'windows-1252';
}

/** Many come from UTF-16 read as bytes; a few inside words are faults of their cells, to be shown there. */
function withoutNuls(text: string): string {
  const count = text.split('\0').length - 1;
  if (count > text.length / 20) return text.replaceAll('\0', '');
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return text.replaceAll(/(?<![\p{L}\p{N}])\0+|\0+(?![\p{L}\p{N}])/gu, '');
}

/**
 * Bytes to text: byte order mark, zero-byte pattern for UTF-16, strict UTF-8, Shift-JIS with Kana, Mac Roman
 * (Excel for Mac), DOS 850, Windows-1252.
 * Many NUL bytes that are left (UTF-16 pasted through a byte tool) are dropped and noted.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const notes: TableNote[] = [];
  const found = pickEncoding(bytes);
  let text = found.text;
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes('\0')) {
    const kept = withoutNuls(text);
    if (kept.length < text.length) notes.push({ code: 'nul-bytes-removed', params: {} });
    text = kept;
  }
  if (found.encoding !== 'utf-8') notes.push({ code: 'encoding', params: { encoding: found.encoding } });
  return { text, encoding: found.encoding, notes };
}

function pickEncoding(bytes: Uint8Array): Pick<Decoded, 'text' | 'encoding'> {
  const decode = (encoding: Decoded['encoding']): Pick<Decoded, 'text' | 'encoding'> => ({
    encoding,
    text: new TextDecoder(encoding).decode(bytes),
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be');
  const wide = guessUtf16(bytes);
  if (wide !== null) return decode(wide);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const japanese = tryDecode(bytes, 'shift_jis');
  if (looksJapanese(japanese)) return { text: japanese, encoding: 'shift_jis' };
  const old = guessOldEncoding(bytes);
  return old === 'ibm850' ? { text: decodeDos(bytes), encoding: old } : decode(old);
}

/**
 * True for a file that is no text at all (a picture, a PDF, an executable): many control bytes at its start.
 * UTF-16 text is full of zeros, so it is asked first.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  if (guessUtf16(bytes) !== null) return false;
  const length = Math.min(bytes.length, 8192);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  if (/^(?:%PDF-|\x89PNG|GIF8|PK\x03\x04|\xd0\xcf\x11\xe0|\x7fELF|MZ)|^\xff\xd8\xff/u.test(head)) return true;
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1f)) control++;
  }
  return length > 0 && control > length * 0.05 + 4;
}
