import { ClipboardItem, clipboard } from 'electron';

/** Electron's clipboard before version 45: both kinds at once, synchronously. */
interface OldClipboard {
  write: (data: { text: string; html: string }) => void;
  readHTML: () => string;
}

/** Puts text and, for spreadsheets and word processors, the same as HTML on the clipboard. */
export async function writeRich(text: string, html: string): Promise<void> {
  // The runtime may be older than the types: then the class is not there.
  if (typeof ClipboardItem === 'function') {
    await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
  } else {
    (clipboard as unknown as OldClipboard).write({ text, html });
  }
}

/** The clipboard as HTML; '' = it has none. */
export async function readHtml(): Promise<string> {
  if (typeof ClipboardItem !== 'function') return (clipboard as unknown as OldClipboard).readHTML();
  const item = (await clipboard.read()).find(({ types }) => types.includes('text/html'));
  return item === undefined ? '' : (await item.getType('text/html')).text();
}
