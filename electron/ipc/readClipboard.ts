import type { Output } from '../../shared/contract/contract.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { Result } from '../../shared/contract/result.ts';
import { maxHtmlLength, maxTextBytes } from '../../shared/paste/limits.ts';
import { ofText, readHtml, readPlain, type Clipping } from './clipboardRich.ts';
import type { HandoverPart } from './services.ts';

/** So much goes through the page at once, in bytes or letters: enough to find the columns and to show the first rows. */
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
  const text = await readPlain();
  if (text.size > maxTextBytes) return fail('file-too-large', 'text');
  const texts = inPart(text, handover);
  const hasColumns = text.size > plainEnough && texts.part.includes('\t');
  const page = hasColumns ? nothing : await readHtml();
  const html = page.size > maxHtmlLength ? nothing : page;
  const pages = inPart(html, handover);
  return ok({ text: texts.part, html: pages.part, rest: { text: texts.rest, html: pages.rest } });
}

const nothing = ofText('');

function inPart(whole: Clipping, handover: HandoverPart): { part: string; rest: string | null } {
  const part = whole.beginning(beginning);
  return { part, rest: whole.size <= beginning ? null : handover.give(whole.bytes) };
}
