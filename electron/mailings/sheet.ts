import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { SheetWords } from '../../shared/contract/mailings.ts';
import type { LetterProfile, ZoneKind } from '../../shared/mailings/letterProfiles.ts';

const perMm = 72 / 25.4;
const colours: Record<ZoneKind, ReturnType<typeof rgb>> = {
  address: rgb(0.1, 0.45, 0.2),
  visible: rgb(0.4, 0.6, 0.4),
  return: rgb(0.2, 0.4, 0.7),
  keepEmpty: rgb(0.75, 0.25, 0.2),
  edge: rgb(0.6, 0.6, 0.6),
  fold: rgb(0.5, 0.5, 0.5),
  punch: rgb(0.5, 0.5, 0.5),
  dmc: rgb(0.6, 0.3, 0.6),
};

/** A page with the zones of a letter profile, to print, fold and hold behind a real envelope's window. */
export async function drawTestSheet(profile: LetterProfile, words: SheetWords): Promise<Uint8Array> {
  const sheet = await PDFDocument.create();
  const page = sheet.addPage([210 * perMm, 297 * perMm]);
  const font = await sheet.embedFont(StandardFonts.Helvetica);
  // The letters that this font has for certain.
  const plain = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
  for (const { kind, box, assumed } of profile.zones) {
    const y = (297 - box.y - box.height) * perMm;
    page.drawRectangle({
      x: box.x * perMm,
      y,
      width: box.width * perMm,
      height: box.height * perMm,
      borderColor: colours[kind],
      borderWidth: 0.7,
      ...(assumed ? { borderDashArray: [3, 2] } : {}),
    });
    const name = assumed ? `${words.zones[kind]} (${words.assumed})` : words.zones[kind];
    const label = plain(`${name}: ${box.x} / ${box.y}, ${box.width} × ${box.height} mm`);
    if (box.height > 5 && box.width > 40)
      page.drawText(label, { x: (box.x + 1) * perMm, y: y + 3, size: 6, font, color: colours[kind] });
  }
  page.drawText(plain(words.title), { x: 20 * perMm, y: 20 * perMm, size: 9, font });
  return sheet.save();
}
