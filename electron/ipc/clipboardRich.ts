import { StringDecoder } from 'node:string_decoder';
import { ClipboardItem, clipboard } from 'electron';

/** Electron's clipboard before version 45: both kinds at once, synchronously. */
interface OldClipboard {
  write: (data: { text: string; html: string }) => void;
  readHTML: () => string;
  /** Empty where there is nothing of the format. */
  readBuffer: (format: string) => Buffer<ArrayBuffer>;
}
const old = (): OldClipboard | null =>
  // The runtime may be older than the types: then the class is not there.
  typeof ClipboardItem === 'function' ? null : (clipboard as unknown as OldClipboard);

/** A text of the clipboard, as it lies there: bytes or letters. */
export interface Clipping {
  /** In bytes or letters. */
  size: number;
  /** The first `size` bytes or letters of it. */
  beginning: (size: number) => string;
  bytes: () => Uint8Array<ArrayBuffer>;
}

/** What systems call text in UTF-8. Windows has none. */
const utf8Names: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['UTF8_STRING', 'text/plain;charset=utf-8'],
  darwin: ['public.utf8-plain-text'],
};

/** Puts text and, for spreadsheets and word processors, the same as HTML on the clipboard. */
export async function writeRich(text: string, html: string): Promise<void> {
  const before = old();
  if (before) before.write({ text, html });
  else await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
}

/**
 * The clipboard as plain text. Where the system has it as bytes it stays so: 16 MB as a string are 70 ms in which no
 * window is answered, and as long again to make bytes of them for the page's worker.
 */
export async function readPlain(): Promise<Clipping> {
  for (const name of utf8Names[process.platform] ?? []) {
    const bytes = old()?.readBuffer(name);
    if (bytes && bytes.length > 0) return ofBytes(bytes);
  }
  return ofText(await clipboard.readText());
}

/** The clipboard as HTML; empty = it has none. */
export async function readHtml(): Promise<Clipping> {
  const before = old();
  if (before) return ofText(before.readHTML());
  const item = (await clipboard.read()).find(({ types }) => types.includes('text/html'));
  return ofText(item === undefined ? '' : await (await item.getType('text/html')).text());
}

export const ofText = (text: string): Clipping => ({
  size: text.length,
  beginning: (size) => text.slice(0, size),
  bytes: () => Buffer.from(text),
});

const ofBytes = (bytes: Buffer<ArrayBuffer>): Clipping => ({
  size: bytes.length,
  // The decoder keeps back a letter that is cut.
  beginning: (size) => new StringDecoder('utf8').write(bytes.subarray(0, size)),
  bytes: () => bytes,
});
