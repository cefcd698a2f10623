import { countryOfLine, looksLikePlace } from './address.ts';
import { around, bottom, overlaps, right, type Box } from './box.ts';
import type { PageFacts, TextLine } from './facts.ts';
import { zonesOf, type LetterProfile } from './letterProfiles.ts';

/** What stands in the address window of a page. */
export type WindowReading = {
  /** The recipient's lines, top to bottom. */
  lines: string[];
  /** Box around those lines; null when there is no text. */
  box: Box | null;
  /** A small sender line above the address; allowed in the window. */
  sender: string | null;
  /** Text that may show in the window but is no part of the address. */
  foreign: TextLine[];
};

const separators = /[,·•|–—]| - /g;

/** Swiss franking mark in the window: "P.P. CH-3001 Bern Post CH AG". Allowed there, no part of the address. */
const franking = /^(?:P\.\s?P\.|PP)(?:\s|$)/;

/** Blocks that are too wide or too long are letter text, not an address. */
const looksLikeBlock = (block: readonly TextLine[]): boolean =>
  block.length <= 9 && block.every((l) => l.width <= 95);

/** A sender line: smaller than the address and written in one line with separators. */
function isSender(line: TextLine, others: readonly TextLine[]): boolean {
  const heights = others.map((o) => o.height).sort((a, b) => a - b);
  const typical = heights[Math.floor(heights.length / 2)] ?? line.height;
  return (line.text.match(separators)?.length ?? 0) >= 1 && line.height < typical * 0.86;
}

/** True when `b` follows `a` as the next line of one block: same left edge, normal line distance. */
function follows(a: TextLine, b: TextLine): boolean {
  const gap = b.y - bottom(a);
  const size = Math.max(a.height, b.height, 2);
  return Math.abs(a.x - b.x) < 3 && gap > -size * 0.6 && gap < Math.max(size * 1.5, 4);
}

/** Splits lines into blocks that belong together. */
function blocksOf(lines: readonly TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const block = blocks.find((b) => {
      const last = b.at(-1);
      return last !== undefined && follows(last, line);
    });
    if (block) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** How much a block resembles an address. */
function addressScore(block: readonly TextLine[]): number {
  const texts = block.map((l) => l.text);
  const place = texts.some((t) => looksLikePlace(t)) ? 4 : 0;
  const country = block.length > 2 && countryOfLine(texts.at(-1) ?? '') ? 2 : 0;
  return place + country + (block.length >= 3 && block.length <= 6 ? 2 : 0) - (block.length > 8 ? 4 : 0);
}

/**
 * Reads the address in the window of a page. A block that starts in the window and runs out of it is
 * read whole, so that a clipped address can be measured.
 */
export function readWindow(page: Pick<PageFacts, 'lines'>, profile: LetterProfile): WindowReading {
  const address = zonesOf(profile, 'address').map((z) => z.box);
  const visible = zonesOf(profile, 'visible').map((z) => z.box);
  const returns = zonesOf(profile, 'return').map((z) => z.box);
  const marks = page.lines.filter((l) => franking.test(l.text));
  const candidates = page.lines.filter((l) => l.width > 0.5 && !marks.includes(l));
  const touching = blocksOf(candidates).filter(
    (block) => looksLikeBlock(block) && block.some((l) => address.some((a) => overlaps(a, l))),
  );
  const main = touching.sort((a, b) => addressScore(b) - addressScore(a) || b.length - a.length)[0] ?? [];
  let lines = [...main];
  // Body text that runs on below an address without a gap is no part of it.
  const place = lines.findIndex((l) => looksLikePlace(l.text));
  if (place >= 0) {
    const next = lines[place + 1];
    lines = lines.slice(0, next && countryOfLine(next.text) ? place + 2 : place + 1);
  }
  let sender: string | null = null;
  const first = lines[0];
  if (first && lines.length > 2 && isSender(first, lines.slice(1))) {
    sender = first.text;
    lines = lines.slice(1);
  }
  const taken = new Set(lines);
  const foreign = page.lines.filter((l) => {
    if (taken.has(l) || marks.includes(l) || !visible.some((v) => overlaps(v, l))) return false;
    if (l.text === sender) return false;
    if (returns.some((r) => overlaps(r, l) && l.y + l.height / 2 < bottom(r))) return false;
    if (sender === null && l.text !== '' && lines.length > 0 && isSender(l, lines)) {
      sender = l.text;
      return false;
    }
    return true;
  });
  return { lines: lines.map((l) => l.text), box: around(lines), sender, foreign };
}

/** By how much a box sticks out of a zone, on the side where it is worst. */
export function overshoot(
  zone: Box,
  inner: Box,
): { side: 'high' | 'low' | 'left' | 'right'; mm: number } | null {
  const sides = [
    { side: 'high' as const, mm: zone.y - inner.y },
    { side: 'low' as const, mm: bottom(inner) - bottom(zone) },
    { side: 'left' as const, mm: zone.x - inner.x },
    { side: 'right' as const, mm: right(inner) - right(zone) },
  ].sort((a, b) => b.mm - a.mm);
  const worst = sides[0];
  return worst && worst.mm > 0.3 ? worst : null;
}

/** An address-like block anywhere on the page: what a shift would bring into the window. */
export function findAddress(page: Pick<PageFacts, 'lines'>): TextLine[] | null {
  const best = blocksOf(page.lines)
    .filter((b) => b.length >= 3 && b.length <= 7 && addressScore(b) >= 6)
    .sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0))[0];
  return best ?? null;
}
