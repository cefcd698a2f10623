import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { examine } from '../../../electron/pdf/preflight.ts';
import { carryOutRemedy, remedyBytes } from '../../../electron/pdf/remedies/carryOutRemedy.ts';
import type { Facts } from '../../../shared/mailings/facts.ts';
import { judge, plainContext } from '../../../shared/mailings/judge.ts';
import { din5008b, swissLeft, swissRight } from '../../../shared/mailings/letterProfiles.ts';
import type { RemedyRequest } from '../../../shared/mailings/remedy.ts';
import { readWindow } from '../../../shared/mailings/window.ts';
import { addressAt, body, letter, makePdf, picture, points, type Kit } from '../../lib/makePdf.ts';
import { fixture, wasmPath } from '../../lib/pdfFixture.ts';

const codes = (facts: Facts, profile = swissRight): string[] =>
  judge(facts, plainContext(profile)).map((f) => f.code);
async function after(
  bytes: Uint8Array,
  request: RemedyRequest,
): Promise<{ facts: Facts; bytes: Uint8Array; notes: string[] }> {
  const copy = Buffer.from(bytes);
  const { pieces, notes } = await remedyBytes(bytes, request, wasmPath);
  expect(Buffer.from(bytes).equals(copy), 'the original is not touched').toBe(true);
  const [piece] = pieces;
  if (!piece) throw new Error(`nothing came of it: ${notes.join()}`);
  return { facts: await examine(piece.bytes, wasmPath), bytes: piece.bytes, notes };
}
const nothingOf = async (bytes: Uint8Array, request: RemedyRequest): Promise<string[]> => {
  const { pieces, notes } = await remedyBytes(bytes, request, wasmPath);
  expect(pieces).toEqual([]);
  return notes;
};
const address = ['Frau', 'Anneliese Bär-Zürcher', 'Bahnhofstrasse 41', '7000 Chur'];

it.each([swissRight, swissLeft, din5008b])(
  'adds a cover sheet whose address stands in the window: $id',
  async (profile) => {
    const { facts, notes } = await after(fixture('us_letter'), {
      remedy: 'coverSheet',
      lines: address,
      sender: 'Randlinie Verlag, Rheinsprung 20, 4051 Basel',
      profile,
    });
    expect(facts.pageCount).toBe(2);
    const [first] = facts.pages;
    expect(first && readWindow(first, profile)).toMatchObject({ lines: address, foreign: [] });
    expect(
      codes(facts, profile).filter((c) => c.startsWith('zoneAddress') || c === 'fontNotEmbedded'),
    ).toEqual([]);
    expect(notes).toEqual([]);
  },
);

it('fits six long address lines into the window, and says when a letter is missing', async () => {
  const long = ['Verein zur Förderung der zeitgenössischen Literatur und Übersetzung', ...address, 'SCHWEIZ'];
  const { facts } = await after(fixture('us_letter'), {
    remedy: 'coverSheet',
    lines: long,
    profile: swissRight,
  });
  expect(codes(facts)).not.toContain('zoneAddressClipped');
  const { notes } = await after(fixture('us_letter'), {
    remedy: 'coverSheet',
    lines: ['北京', ...address],
    profile: swissRight,
  });
  expect(notes).toEqual(['lettersMissing']);
});

it('shifts a clipped address into the window, also on a turned page', async () => {
  const low = await makePdf([{ texts: [...addressAt(122, 47), ...body] }]);
  expect(codes(await examine(low, wasmPath))).toContain('zoneAddressClipped');
  const { facts } = await after(low, { remedy: 'shift', profile: swissRight });
  expect(codes(facts)).not.toContain('zoneAddressClipped');
  const turned = await makePdf([
    { width: 297, height: 210, texts: [{ text: 'x', x: 100, y: 100 }], keys: { Rotate: 90 } },
  ]);
  const before = (await examine(turned, wasmPath)).pages[0]?.lines[0];
  const moved = (await after(turned, { remedy: 'shift', profile: swissRight, by: { x: 10, y: 20 } })).facts
    .pages[0]?.lines[0];
  expect((moved?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(10, 1);
  expect((moved?.y ?? 0) - (before?.y ?? 0)).toBeCloseTo(20, 1);
});

it('does not shift what would fall off the page, nor a page without an address', async () => {
  expect(
    await nothingOf(fixture('letter_left_window_c5_fr'), { remedy: 'shift', profile: swissRight }),
  ).toEqual(['doesNotFit']);
  expect(await nothingOf(await makePdf([{ texts: body }]), { remedy: 'shift', profile: swissRight })).toEqual(
    ['noAddressFound'],
  );
  expect(await nothingOf(await makePdf([letter()]), { remedy: 'shift', profile: swissRight })).toEqual([
    'nothingToDo',
  ]);
});

it.each(['us_letter', 'a4_landscape', 'a5_portrait', 'mixed_sizes_a4_a5_letter'])(
  'fits %s onto A4 portrait',
  async (name) => {
    const { facts } = await after(fixture(name), { remedy: 'fitA4' });
    expect(
      facts.pages.every(
        (p) => Math.abs(p.width - 210) < 0.1 && Math.abs(p.height - 297) < 0.1 && p.rotation === 0,
      ),
    ).toBe(true);
    for (const page of facts.pages) {
      for (const line of page.lines) {
        expect(line.x).toBeGreaterThan(0);
        expect(line.x + line.width).toBeLessThan(210);
      }
    }
  },
);

it.each([90, 180, 270])('fits a page turned by %i° so that it reads the same way', async (Rotate) => {
  const bytes = await makePdf([
    {
      width: 200,
      height: 280,
      texts: [{ text: 'Oben links', x: 20, y: 20 }],
      keys: { Rotate, UserUnit: 1.01 },
    },
  ]);
  const seen = (await examine(bytes, wasmPath)).pages[0];
  const { facts } = await after(bytes, { remedy: 'fitA4' });
  const [page] = facts.pages;
  expect(page).toMatchObject({ rotation: 0, userUnit: 1 });
  // A landscape page is turned once more, to stand upright: then left becomes top.
  const was = seen?.lines[0];
  const now = page?.lines[0];
  if (!seen || !was || !now) throw new Error('no text');
  if (seen.width > seen.height) expect(now.y > 148).toBe(was.x < seen.width / 2);
  else expect(now.y > 148).toBe(was.y > seen.height / 2);
});

const withField = (): Promise<Uint8Array> =>
  makePdf([letter()], (kit: Kit) => {
    const box = kit.document.getForm().createTextField('betrag');
    box.setText('CHF 1236.00');
    const [page] = kit.document.getPages();
    if (page) box.addToPage(page, { x: points(30), y: points(40), width: 120, height: 20 });
    kit.pages[0]?.set(PDFName.of('Tabs'), PDFName.of('S'));
  });

it('flattens fields: what was typed is on the page, the form is gone', async () => {
  const bytes = await withField();
  expect(codes(await examine(bytes, wasmPath))).toContain('formUnflattened');
  const { facts } = await after(bytes, { remedy: 'flatten' });
  expect(facts).toMatchObject({ form: false, fields: 0, annotations: [] });
  expect(facts.pages[0]?.lines.map((l) => l.text)).toContain('CHF 1236.00');
  expect(await nothingOf(fixture('us_letter'), { remedy: 'flatten' })).toEqual(['nothingToDo']);
});

it('splits every n pages and gives every page to exactly one letter', async () => {
  const { pieces } = await remedyBytes(fixture('pages_81'), { remedy: 'split', at: { every: 40 } }, wasmPath);
  expect(pieces.map((p) => [p.first, p.last])).toEqual([
    [1, 40],
    [41, 80],
    [81, 81],
  ]);
  const counts = await Promise.all(pieces.map(async (p) => (await examine(p.bytes, null)).pageCount));
  expect(counts).toEqual([40, 40, 1]);
});

it('splits at each page that carries an address in the window', async () => {
  const names = ['Regula Beispiel', 'Max Muster', 'Lea Probe'];
  const pages = names.flatMap((name) => [
    { texts: [...addressAt(122, 58, ['Frau', name, 'Musterweg 12', '8005 Zürich']), ...body] },
    { texts: body },
  ]);
  const request: RemedyRequest = { remedy: 'split', at: { address: swissRight } };
  const { pieces } = await remedyBytes(await makePdf(pages.slice(0, 5)), request, wasmPath);
  expect(pieces.map((p) => [p.first, p.last])).toEqual([
    [1, 2],
    [3, 4],
    [5, 5],
  ]);
  const facts = await Promise.all(pieces.map((p) => examine(p.bytes, wasmPath)));
  expect(facts.map((f) => f.pages[0] && readWindow(f.pages[0], swissRight).lines[1])).toEqual(names);
  expect(await nothingOf(await makePdf([{ texts: body }]), request)).toEqual(['noAddressFound']);
});

it('drops a blank last page, and no other', async () => {
  const { facts } = await after(await makePdf([letter(), {}]), { remedy: 'dropBlankLast' });
  expect(facts.pageCount).toBe(1);
  expect(await nothingOf(await makePdf([letter()]), { remedy: 'dropBlankLast' })).toEqual(['nothingToDo']);
  expect(await nothingOf(await makePdf([{}]), { remedy: 'dropBlankLast' })).toEqual(['nothingToDo']);
  expect(await nothingOf(await makePdf([{}, letter()]), { remedy: 'dropBlankLast' })).toEqual([
    'nothingToDo',
  ]);
});

const pictured = (pixels: number, more: Record<string, unknown> = {}): Promise<Uint8Array> =>
  makePdf(
    [{ ...letter(), content: `q ${points(100)} 0 0 ${points(100)} ${points(30)} ${points(20)} cm /I Do Q` }],
    (kit) => {
      const resources = kit.pages[0]?.lookup(PDFName.of('Resources')) as typeof kit.catalog;
      resources.set(
        PDFName.of('XObject'),
        kit.context.obj({ I: picture(kit.context, pixels, pixels, more) }),
      );
    },
  );

it('makes pictures smaller until the file is below the limit, and no smaller than needed', async () => {
  const bytes = await pictured(1600);
  expect(bytes.length).toBeGreaterThan(7_500_000);
  const { facts, bytes: small, notes } = await after(bytes, { remedy: 'recompress', below: 7_000_000 });
  expect(small.length).toBeLessThan(7_000_000);
  expect(facts.images).toMatchObject([{ filter: 'DCTDecode', dpi: expect.closeTo(300, -1) as number }]);
  expect(notes).toEqual([]);
});

it('never goes below 150 dpi and says when that is not enough', async () => {
  const { facts, notes } = await after(await pictured(1600), { remedy: 'recompress', below: 1000 });
  expect(facts.images[0]?.dpi).toBeGreaterThanOrEqual(149);
  expect(notes).toEqual(['notBelowLimit']);
});

it('keeps CMYK and black-and-white pictures as they are, and says so', async () => {
  expect(
    await nothingOf(await pictured(600, { ColorSpace: 'DeviceCMYK', Height: 450 }), {
      remedy: 'recompress',
      below: 1000,
    }),
  ).toEqual(['picturesKept']);
  expect(await nothingOf(await makePdf([letter()]), { remedy: 'recompress', below: 1000 })).toEqual([
    'nothingToDo',
  ]);
});

it('takes programs out and leaves the page as it is', async () => {
  const { facts } = await after(fixture('javascript_openaction'), { remedy: 'stripJavascript' });
  expect(facts).toMatchObject({ javascript: false, launch: false });
  expect(facts.pages[0]?.lines).toEqual(
    (await examine(fixture('javascript_openaction'), wasmPath)).pages[0]?.lines,
  );
  const chained = await makePdf([letter()], (kit) => {
    const action = kit.context.obj({
      S: 'URI',
      Next: [{ S: 'JavaScript', JS: 'app.alert(1)' }, { S: 'Launch' }],
    } as never);
    kit.catalog.set(PDFName.of('OpenAction'), action);
    kit.pages[0]?.set(PDFName.of('AA'), kit.context.obj({ O: { S: 'JavaScript', JS: 'x' } } as never));
  });
  expect(await examine(chained, null)).toMatchObject({ javascript: true, launch: true });
  expect((await after(chained, { remedy: 'stripJavascript' })).facts).toMatchObject({
    javascript: false,
    launch: false,
  });
  expect(await nothingOf(fixture('us_letter'), { remedy: 'stripJavascript' })).toEqual(['nothingToDo']);
});

it('writes a file anew without stray bytes', async () => {
  const { facts } = await after(fixture('leading_garbage_300b'), { remedy: 'rewrite' });
  expect(facts).toMatchObject({ headerAt: 0, tailOk: true, pageCount: 2 });
});

it('writes new files beside the original, with facts before and after', async () => {
  const into = mkdtempSync(path.join(tmpdir(), 'remedy-'));
  const answer = await carryOutRemedy(fixture('us_letter'), { remedy: 'fitA4' }, into, wasmPath);
  if (!answer.ok) throw new Error(answer.error.code);
  const [file] = answer.value.files;
  expect(Math.round(answer.value.before.pages[0]?.width ?? 0)).toBe(216);
  expect(Math.round(file?.facts.pages[0]?.width ?? 0)).toBe(210);
  expect(file && readFileSync(file.path).length).toBe(file?.facts.bytes);
  rmSync(into, { recursive: true });
  expect(await carryOutRemedy(fixture('us_letter'), { remedy: 'fitA4' }, into, wasmPath)).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await carryOutRemedy(fixture('truncated_60pct'), { remedy: 'fitA4' }, into, wasmPath)).toMatchObject(
    { error: { code: 'file-not-supported' } },
  );
});
