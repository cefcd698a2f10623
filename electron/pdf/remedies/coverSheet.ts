import { PDFName } from '@cantoo/pdf-lib';
import type { Box } from '../../../shared/mailings/box.ts';
import { zonesOf, type LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { limits } from '../../../shared/mailings/limits.ts';
import type { RemedyNote } from '../../../shared/mailings/remedy.ts';
import { listPages } from '../walker/pages.ts';
import { embedLetterFont } from './embedFont.ts';
import { openFor, whole, type Remedied } from './piece.ts';
import { fixed } from './wrapContent.ts';

const points = (length: number): number => (length * 72) / 25.4;
const a4: Box = { x: 0, y: 0, width: limits.a4.width, height: limits.a4.height };
/** Where the address goes when a profile has no address zone: as on a Swiss letter, right. */
const usual: Box = { x: 117, y: 52, width: 81, height: 31.5 };

/** Puts a first page with the address in the window before the file. */
export async function coverSheet(
  bytes: Uint8Array,
  lines: readonly string[],
  sender: string | undefined,
  profile: LetterProfile,
): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  const count = listPages(read).length;
  const { context } = read;
  const font = embedLetterFont(context);
  const zone = zonesOf(profile, 'address')[0]?.box ?? usual;
  const x = zone.x + 3;
  const room = zone.width - 6;
  const top = zone.y + (sender ? 7 : 4);
  const step = Math.min(4.9, (zone.y + zone.height - 2 - top) / Math.max(1, lines.length - 1));
  const widest = Math.max(...lines.map((l) => font.width(l)), 0.1);
  // Millimetres of size: 3.7 is 10.5 points; long lines get smaller, not cut.
  const size = Math.min(3.7, room / widest, step * 0.85);
  const draw = (text: string, at: number, mmSize: number): string =>
    `BT /F1 ${fixed(points(mmSize))} Tf ${fixed(points(x))} ${fixed(points(a4.height - at))} Td ${font.encode(text)} Tj ET\n`;
  let content = '0 g\n';
  if (sender) content += draw(sender, zone.y + 2.6, Math.min(2.3, room / Math.max(font.width(sender), 0.1)));
  lines.forEach((line, i) => {
    content += draw(line, top + i * step + (sender ? 0 : size * 0.4), size);
  });
  const page = document.insertPage(0, [points(a4.width), points(a4.height)]);
  // What the page tree hands down is meant for the pages that were there.
  page.node.set(PDFName.of('CropBox'), context.obj([0, 0, points(a4.width), points(a4.height)]));
  page.node.set(PDFName.of('Rotate'), context.obj(0));
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font.ref } }));
  const notes: RemedyNote[] =
    font.missing([...lines, sender ?? ''].join('')).length > 0 ? ['lettersMissing'] : [];
  return whole(document, count, notes);
}
