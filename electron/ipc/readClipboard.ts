import { clipboard } from 'electron';
import type { Output } from '../../shared/contract/contract.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { Result } from '../../shared/contract/result.ts';
import { maxHtmlLength, maxTextBytes } from '../../shared/paste/limits.ts';
import { readHtml } from './clipboardRich.ts';
import type { HandoverPart } from './services.ts';

/** So many letters go through the page at once: enough to find the columns and to show the first rows. */
const beginning = 262_144;
/** Rows with tabs in a longer text have their columns: their HTML, many times as long, says nothing more. */
const plainEnough = 4_000_000;

export interface ClipboardReader {
  /** Whether the person has just pressed the keys for "paste"; true once for each time. */
  pasted: () => boolean;
  handover: HandoverPart;
}

/** The clipboard, if the person wants it pasted: the beginning at once, the whole where the worker can fetch it. */
export async function readClipboard({
  pasted,
  handover,
}: ClipboardReader): Promise<Result<Output<'app.readClipboard'>>> {
  if (!pasted()) return fail('not-allowed');
  const text = await clipboard.readText();
  if (text.length > maxTextBytes) return fail('file-too-large', 'text');
  const hasColumns = text.length > plainEnough && text.slice(0, beginning).includes('\t');
  const page = hasColumns ? '' : await readHtml();
  const html = page.length > maxHtmlLength ? '' : page;
  const texts = inPart(text, handover);
  const pages = inPart(html, handover);
  return ok({ text: texts.part, html: pages.part, rest: { text: texts.rest, html: pages.rest } });
}

function inPart(whole: string, handover: HandoverPart): { part: string; rest: string | null } {
  if (whole.length <= beginning) return { part: whole, rest: null };
  return { part: whole.slice(0, beginning), rest: handover.give(() => Buffer.from(whole)) };
}
