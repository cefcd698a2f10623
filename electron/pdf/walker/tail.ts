/** What the first and last bytes say, without parsing. */
export type Frame = { headerAt: number | null; version: string | null; tailOk: boolean; trailing: number };

/** Programs write mail headers and worse before a PDF: looked for further than readers do, to tell of it. */
const searched = 16_384;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/**
 * Header in the first bytes; %%EOF and startxref in the last 2048; and what startxref names is a
 * cross-reference table or stream. Offsets count from the header, as readers do.
 */
export function readFrame(bytes: Uint8Array): Frame {
  const head = /%PDF-(\d\.\d)?/.exec(latin1(bytes.subarray(0, searched)));
  const headerAt = head?.index ?? null;
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const end = tail.lastIndexOf('%%EOF');
  const start = /startxref\s+(\d{1,12})\s*%%EOF/g;
  let target: number | null = null;
  for (let m = start.exec(tail); m; m = start.exec(tail)) target = Number(m[1]);
  const trailing = end < 0 ? 0 : tail.slice(end + 5).replace(/[\s\0]+/g, '').length;
  const looksRight = (at: number): boolean =>
    at < bytes.length && /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(latin1(bytes.subarray(at, at + 40)));
  const tailOk = target !== null && (looksRight(target) || looksRight(target + (headerAt ?? 0)));
  return { headerAt, version: head?.[1] ?? null, tailOk, trailing };
}
