import { expect, it } from 'vitest';
import { examine } from '../../../electron/pdf/preflight.ts';
import { remedyBytes } from '../../../electron/pdf/remedies/carryOutRemedy.ts';
import { judge, plainContext } from '../../../shared/mailings/judge.ts';
import { swissRight } from '../../../shared/mailings/letterProfiles.ts';
import type { RemedyRequest } from '../../../shared/mailings/remedy.ts';
import { readWindow } from '../../../shared/mailings/window.ts';
import { wasmPath } from '../../lib/pdfFixture.ts';
import { onePage, onlyAttachmentsLocked, raw, signed, stream } from '../../lib/rawPdf.ts';

/** Remedies on files that are written strangely: what is offered helps, and nothing gets lost. */

const font = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>';
const text = (x: number, y: number, ...lines: string[]): string =>
  `BT /F 11 Tf 14 TL ${x} ${y} Td ${lines.map((l) => `(${l}) Tj T*`).join(' ')} ET\n`;
const lines = ['Frau Anna Bieri', 'Bahnhofstrasse 12', '8001 Bern'];
const letter = text(340, 677, ...lines) + text(70, 500, 'Sehr geehrte Frau Bieri');

async function look(bytes: Uint8Array) {
  const facts = await examine(bytes, wasmPath);
  const [page] = facts.pages;
  const findings = judge(facts, plainContext(swissRight));
  return {
    facts,
    findings,
    codes: findings.map((f) => f.code),
    address: page ? readWindow(page, swissRight).lines : [],
  };
}

async function after(bytes: Uint8Array, request: RemedyRequest) {
  const { pieces, notes } = await remedyBytes(bytes, request, wasmPath);
  const [piece] = pieces;
  if (!piece) throw new Error(`nothing came of it: ${notes.join()}`);
  return { ...(await look(piece.bytes)), notes, bytes: piece.bytes };
}

it('writes a page tree anew that miscounts and has holes', async () => {
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R null 9 0 R]/Count 7>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]);
  expect((await look(bytes)).codes).toContain('fileRepaired');
  const mended = await after(bytes, { remedy: 'rewrite' });
  expect(mended.codes).not.toContain('fileRepaired');
  expect(Buffer.from(mended.bytes).toString('latin1')).toMatch(/\/Count 1\b/);
});

it('writes a file whose attachments are locked so that every program opens it', async () => {
  const mended = await after(onlyAttachmentsLocked(), { remedy: 'rewrite' });
  expect(mended.facts).toMatchObject({ encryption: 'none', pdfiumOpened: true, pageCount: 1 });
});

it('puts an upright A4 cover sheet before pages that inherit another turn and crop', async () => {
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90/MediaBox[0 0 700 900]/CropBox[20 20 400 400]>>',
    '<</Type/Page/Parent 2 0 R>>',
  ]);
  const covered = await after(bytes, { remedy: 'coverSheet', lines, profile: swissRight });
  expect(covered.address).toEqual(lines);
  expect(covered.facts.pages[0]).toMatchObject({ rotation: 0, cropSmaller: false });
  expect(covered.facts.pages[0]?.width).toBeCloseTo(210, 0);
  expect(covered.facts.pages[1]).toMatchObject({ rotation: 90 });
});

const noted = (resources: string, kind: string): Buffer =>
  raw([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${resources}/Annots[5 0 R 6 0 R 7 0 R]>>`,
    stream('0 g 100 500 50 50 re f'),
    `<</Type/Annot/Subtype/${kind}/Rect[100 100 300 150]/F 4/Contents(Bitte bis Freitag)/DA(0 g /Helv 12 Tf)>>`,
    '<</Type/Annot/Subtype/Link/Rect[70 490 200 510]/A<</S/URI/URI(https://example.ch)>>>>',
    '<</Type/Annot/Subtype/Link/Rect[70 390 200 410]/Dest[3 0 R/Fit]>>',
  ]);

it('draws a note that has no look of its own, and keeps links', async () => {
  const flat = await after(noted('', 'FreeText'), { remedy: 'flatten' });
  expect(flat.facts.pages[0]?.lines.map((l) => l.text)).toContain('Bitte bis Freitag');
  expect(flat.notes).toEqual(['formWithoutLook']);
  expect(flat.codes).not.toContain('annotVisible');
  const written = Buffer.from(flat.bytes).toString('latin1');
  expect(written).toContain('https://example.ch');
  const page = /Kids \[ (\d+) 0 R/.exec(written)?.[1];
  expect(written).toMatch(new RegExp(`/Dest \\[ ${page} 0 R /Fit \\]`));
});

it('says when a note cannot be drawn', async () => {
  const flat = await after(noted(`/Resources<<${font}>>`, 'Stamp'), { remedy: 'flatten' });
  expect(flat.notes).toEqual(['noteLeftOut']);
});

it('makes an A4 page smaller when something stands on its edge, and says when that is too much', async () => {
  const near = onePage(stream(letter + text(4, 200, 'Randtext')), font);
  const found = (await look(near)).findings.find((f) => f.code === 'zoneMargin');
  expect(found?.remedies).toEqual(['fitA4']);
  const fitted = await after(near, { remedy: 'fitA4' });
  expect(fitted.codes).not.toContain('zoneMargin');
  expect(fitted.facts.pages[0]?.lines.map((l) => l.text)).toContain('Randtext');
  const off = onePage(stream(letter + text(-40, 200, 'Weit hinaus geschrieben')), font);
  const wide = (await look(off)).findings.find((f) => f.code === 'zoneMargin');
  expect(wide).toMatchObject({ remedies: [] });
  expect(await remedyBytes(off, { remedy: 'fitA4' }, wasmPath)).toEqual({
    pieces: [],
    notes: ['nothingToDo'],
  });
});

it('takes links along when the page moves', async () => {
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 297.5 421]/Contents 4 0 R/Annots[5 0 R]>>',
    stream('0 g 50 100 100 50 re f'),
    '<</Type/Annot/Subtype/Link/Rect[50 100 150 150]/A<</S/URI/URI(https://example.ch)>>>>',
  ]);
  const { bytes: fitted, facts } = await after(bytes, { remedy: 'fitA4' });
  const rect = /\/Rect \[ ([\d. ]+)\]/
    .exec(Buffer.from(fitted).toString('latin1'))?.[1]
    ?.trim()
    .split(' ')
    .map(Number);
  const [mark] = facts.pages[0]?.marks ?? [];
  const [x = 0, , r = 0] = rect ?? [];
  const mm = (n: number): number => (n * 25.4) / 72;
  expect(mm(x)).toBeCloseTo(mark?.x ?? 0, 0);
  expect(mm(r - x)).toBeCloseTo(mark?.width ?? 0, 0);
});

it('flattens without cutting the sheet, and fits a small page off the edge in one go', async () => {
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 420 595]/CropBox[10 10 410 585]>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<${font}>>/Annots[5 0 R]>>`,
    stream(text(12, 300, 'Ganz links')),
    '<</Type/Annot/Subtype/Square/Rect[100 100 300 150]/F 4/C[1 0 0]>>',
  ]);
  const flat = await after(bytes, { remedy: 'flatten' });
  expect(Buffer.from(flat.bytes).toString('latin1')).toMatch(/MediaBox \[ 0 0 420 595 \]/);
  const fitted = await after(bytes, { remedy: 'fitA4' });
  expect(fitted.codes).not.toContain('pageSize');
  expect(fitted.codes).not.toContain('zoneMargin');
});

it('offers no shift for what is larger than the window', async () => {
  const tall = ['Frau', 'Anna', 'Bieri', 'Abteilung', 'Bahnhofstrasse 12', '8001 Bern'].map((l, i) =>
    text(350, 690 - i * 20, l),
  );
  const found = (await look(onePage(stream(tall.join('')), font))).findings.find(
    (f) => f.code === 'zoneAddressClipped',
  );
  expect(found?.remedies).toEqual(['coverSheet']);
});

it('leaves fold marks at the edge alone, and sees a hairline through the window', async () => {
  const marks = [544, 421, 247].map((y) => `0.3 w 0 ${y} m 17 ${y} l S`).join('\n');
  expect((await look(onePage(stream(`${letter}${marks}`), font))).codes).toEqual([
    'fontNotEmbedded',
    'confNone',
  ]);
  const rule = await look(onePage(stream(`${letter} 0.4 w 60 662 m 540 662 l S`), font));
  expect(rule.codes).toContain('zoneForeignText');
});

it('shifts an address that runs off the paper as far as its whole length needs', async () => {
  const bytes = onePage(
    stream(text(460, 677, 'Verlagsgesellschaft Musikbote', ...lines.slice(1)) + text(120, 500, 'Guten Tag')),
    font,
  );
  expect((await look(bytes)).codes).toContain('zoneAddressClipped');
  const moved = await after(bytes, { remedy: 'shift', profile: swissRight });
  expect(moved.codes).not.toContain('zoneAddressClipped');
});

it('counts fields on a page that the form does not list', async () => {
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/Rect[100 100 200 120]/F 4>>',
  ]);
  const { facts, codes } = await look(bytes);
  expect(facts).toMatchObject({ form: false, fields: 1 });
  expect(codes).toContain('formUnflattened');
});

it('offers to split only what has several pages', async () => {
  const facts = { ...(await examine(onePage(stream(letter), font), wasmPath)), bytes: 11_000_000 };
  const big = (pageCount: number) =>
    judge({ ...facts, pageCount }, plainContext(swissRight)).find((f) => f.code === 'fileTooLargePrint');
  expect(big(1)?.remedies).toEqual([]);
  expect(big(2)?.remedies).toEqual(['split']);
});

it('changes files whose pages are written in place, without a type, twice or into a loop', async () => {
  const content = stream('0 g 100 500 50 50 re f');
  const page = '/MediaBox[0 0 595 842]/Contents 3 0 R';
  const trees: Record<string, [string, ...string[]]> = {
    'in place': [`<</Type/Pages/Count 2/Kids[<</Type/Page${page}>><</Type/Page${page}>>]>>`],
    'without a type': ['<</Type/Pages/Count 2/Kids[4 0 R 5 0 R]>>', `<<${page}>>`, `<<${page}>>`],
    twice: ['<</Type/Pages/Count 2/Kids[4 0 R 4 0 R]>>', `<</Type/Page${page}>>`],
    'into a loop': [
      '<</Type/Pages/Count 2/Kids[4 0 R 5 0 R 2 0 R]>>',
      `<</Type/Page${page}>>`,
      `<</Type/Page${page}>>`,
    ],
  };
  for (const [how, [tree, ...pages]] of Object.entries(trees)) {
    const bytes = raw(['<</Type/Catalog/Pages 2 0 R>>', tree, content, ...pages]);
    const covered = await after(bytes, { remedy: 'coverSheet', lines, profile: swissRight });
    expect(
      covered.facts.pages.map(({ blank }) => blank),
      how,
    ).toEqual([false, false, false]);
    expect(covered.address, how).toEqual(lines);
    expect(covered.facts, how).toMatchObject({ countWrong: false, pdfiumOpened: true });
    const { pieces } = await remedyBytes(bytes, { remedy: 'split', at: { every: 1 } }, wasmPath);
    expect(pieces, how).toHaveLength(2);
  }
});

it('splits so that no letter carries another’s pages, and links lead to what is left', async () => {
  const note = '/Type/Annot/Rect[70 490 200 510]/F 4';
  const bytes = raw([
    '<</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(chapter)[5 0 R/Fit]]>>>>/AcroForm<</Fields[13 0 R]>>>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R/Contents 6 0 R/Annots[9 0 R 10 0 R 11 0 R 12 0 R 14 0 R]/B[<</P 5 0 R>>]>>',
    '<</Type/Page/Parent 2 0 R/Contents 7 0 R>>',
    '<</Type/Page/Parent 2 0 R/Contents 8 0 R/Annots[15 0 R]>>',
    stream('% first'),
    stream('% second'),
    stream('% third, somebody else’s'),
    `<<${note}/Subtype/Link/Dest[4 0 R/Fit]>>`,
    `<<${note}/Subtype/Link/Dest(chapter)>>`,
    `<<${note}/Subtype/Link/A<</S/URI/URI(https://example.ch)>>>>`,
    `<<${note}/Subtype/Link/A<</S/GoTo/D[5 0 R/Fit]>>>>`,
    '<</T(name)/FT/Tx/V(Muster)/Kids[14 0 R 15 0 R]>>',
    `<<${note}/Subtype/Widget/Parent 13 0 R/P 3 0 R>>`,
    `<<${note}/Subtype/Widget/Parent 13 0 R/P 5 0 R>>`,
  ]);
  const { pieces } = await remedyBytes(bytes, { remedy: 'split', at: { every: 2 } }, wasmPath);
  const [one = '', two = ''] = pieces.map((piece) => Buffer.from(piece.bytes).toString('latin1'));
  expect(one).toContain('% second');
  expect(one).not.toContain('% third');
  expect(two).not.toMatch(/% first|% second/);
  expect(one).toContain('https://example.ch');
  expect(one.match(/\/Subtype \/Link/g)).toHaveLength(2);
  const [, second] = /Kids \[ (\d+) 0 R (\d+) 0 R/.exec(one)?.slice(1) ?? [];
  expect(one).toMatch(new RegExp(`/Dest \\[ ${second} 0 R /Fit \\]`));
  expect(one).toContain('(Muster)');
});

it('says that a file is signed, and that a change broke the signature', async () => {
  const bytes = signed();
  expect((await look(bytes)).codes).toContain('signed');
  const covered = await after(bytes, { remedy: 'coverSheet', lines, profile: swissRight });
  expect(covered.codes).not.toContain('signed');
  const broken = (channel: 'post' | 'email') =>
    judge(covered.facts, plainContext(swissRight, { channel })).find(
      ({ code }) => code === 'signatureBroken',
    );
  expect(broken('post')?.severity).toBe('note');
  expect(broken('email')?.severity).toBe('warning');
});
