/** The charset a header, an XML declaration or an HTML meta element names, or null. */
function declaredCharset(contentType: string, head: string): string | null {
  const found =
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType) ??
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ??
    /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  return found?.[1] ?? null;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // Either the label is unknown or the bytes are not what the label says: the caller tries the next.
    return null;
  }
}

/**
 * The text of an answer: by byte order mark, by what is declared, else UTF-8, else windows-1252, which classic
 * ASP pages are written in and which takes any byte. Never fails.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const windows = new TextDecoder('windows-1252');
  const declared = declaredCharset(contentType, windows.decode(bytes.subarray(0, 1024)));
  return (
    (declared === null ? null : decodeStrictly(bytes, declared)) ??
    decodeStrictly(bytes, 'utf-8') ??
    windows.decode(bytes)
  );
}
