import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { examine } from '../../../electron/pdf/preflight.ts';
import { judge, plainContext } from '../../../shared/mailings/judge.ts';
import { swissLeft, swissRight, type LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { readWindow } from '../../../shared/mailings/window.ts';
import {
  addressAt,
  body,
  grow,
  letter,
  makePdf,
  points,
  type Kit,
  type PageSpec,
} from '../../lib/makePdf.ts';
import { wasmPath } from '../../lib/pdfFixture.ts';

/** Codes a file gets, and the address read in its window. */
async function verdict(bytes: Uint8Array, profile: LetterProfile = swissRight) {
  const facts = await examine(bytes, wasmPath);
  const [first] = facts.pages;
  return {
    codes: judge(facts, plainContext(profile)).map(({ code }) => code),
    address: first === undefined ? [] : readWindow(first, profile).lines,
  };
}

const address = ['Frau', 'Anneliese Bär-Zürcher', 'Bahnhofstrasse 41', '7000 Chur'];
const flawless = { codes: ['confNone'], address };

/** The same letter in other coordinates: everything is moved or turned by a matrix. */
const placed = (page: PageSpec, matrix: string): PageSpec => ({ ...page, content: `${matrix} cm\n` });
const mm = (value: number): number => points(value);

it.each<[string, () => Promise<Uint8Array>]>([
  ['as it is', () => makePdf([letter()])],
  [
    'with object streams',
    async () => (await PDFDocument.load(await makePdf([letter()]))).save({ useObjectStreams: true }),
  ],
  ['with an incremental update', async () => grow(await makePdf([letter()]), 400_000)],
  [
    'with bleed: the trim box is A4 in a larger sheet',
    () =>
      makePdf([
        {
          ...placed(letter(), `1 0 0 1 ${mm(3)} ${mm(3)}`),
          keys: {
            MediaBox: [0, 0, mm(216), mm(303)],
            TrimBox: [mm(3), mm(3), mm(213), mm(300)],
          },
        },
      ]),
  ],
  [
    'with an origin elsewhere',
    () =>
      makePdf([
        {
          ...placed(letter(), `1 0 0 1 ${mm(-50)} ${mm(-70)}`),
          keys: { MediaBox: [mm(-50), mm(-70), mm(160), mm(227)] },
        },
      ]),
  ],
  [
    'with boxes inherited from the page tree',
    () =>
      makePdf([letter()], ({ pages, catalog }) => {
        const [page] = pages;
        const box = page?.get(PDFName.of('MediaBox'));
        if (page && box) {
          page.delete(PDFName.of('MediaBox'));
          (catalog.lookup(PDFName.of('Pages')) as typeof catalog).set(PDFName.of('MediaBox'), box);
        }
      }),
  ],
])('a flawless letter %s', async (_how, make) => {
  expect(await verdict(await make())).toEqual(flawless);
});

it.each<[number, string]>([
  [90, `0 1 -1 0 ${mm(297)} 0`],
  [180, `-1 0 0 -1 ${mm(210)} ${mm(297)}`],
  [270, `0 -1 1 0 0 ${mm(210)}`],
])(
  'a letter turned by %i degrees is upright to the eye: its address is read, the turn is named',
  async (turn, matrix) => {
    const sideways = turn !== 180;
    const size = sideways ? [0, 0, mm(297), mm(210)] : [0, 0, mm(210), mm(297)];
    const bytes = await makePdf([{ ...placed(letter(), matrix), keys: { Rotate: turn, MediaBox: size } }]);
    expect(await verdict(bytes)).toEqual({ codes: ['pageRotate', 'confNone'], address });
  },
);

it('a page in units of its own is measured in millimetres', async () => {
  const half = {
    ...placed(letter(), '.5 0 0 .5 0 0'),
    keys: { UserUnit: 2, MediaBox: [0, 0, mm(105), mm(148.5)] },
  };
  expect(await verdict(await makePdf([half]))).toEqual({ codes: ['pageUserUnit', 'confNone'], address });
});

it('an owner password alone is told, and everything is read all the same', async () => {
  const bytes = await makePdf([letter()], ({ document }) =>
    document.encrypt({
      userPassword: '',
      ownerPassword: 'chef',
      permissions: { printing: 'highResolution' },
    }),
  );
  expect(await verdict(bytes)).toEqual({ codes: ['encOwner', 'confNone'], address });
});

it.each(['Type1', 'TrueType', 'MMType1'])(
  'a %s font that is not embedded is named when it is used',
  async (kind) => {
    const font = {
      Type: 'Font',
      Subtype: kind,
      BaseFont: 'Frutiger-Roman',
      FirstChar: 32,
      LastChar: 33,
      Widths: [250, 300],
    };
    const used = {
      ...letter(),
      resources: { Font: { F9: font } },
      content: 'BT /F9 12 Tf 80 80 Td (!) Tj ET',
    };
    expect((await verdict(await makePdf([used]))).codes).toContain('fontNotEmbedded');
    const unused = { ...letter(), resources: { Font: { F9: font } } };
    const { codes } = await verdict(await makePdf([unused]));
    expect(codes).toContain('fontNotEmbeddedUnused');
    expect(codes).not.toContain('fontNotEmbedded');
  },
);

it('the window is the profile’s: a left letter misses the right window and fits the left one', async () => {
  const left = await makePdf([{ texts: [...addressAt(25, 58), ...body] }]);
  expect((await verdict(left, swissLeft)).codes).toEqual(['confNone']);
  expect((await verdict(left, swissRight)).codes).toContain('zoneAddressMissing');
});

it.each<[string, PageSpec, string[]]>([
  ['a stamp', { width: 20, height: 30 }, ['pageSize']],
  ['a poster', { width: 841, height: 1189 }, ['pageSize']],
  ['a slip', { width: 210, height: 100 }, ['pageSize', 'pageLandscape']],
  ['A4 a hair too small', { width: 209.2, height: 296.3 }, []],
])('%s', async (_what, size, wanted) => {
  const bytes = await makePdf([{ ...size, texts: [{ text: 'Text', x: 8, y: 8, size: 2 }] }]);
  const pages = (await verdict(bytes)).codes.filter((code) => /^page(Size|Landscape|Mixed)$/.test(code));
  expect(pages).toEqual(wanted);
});

it('pages of different sizes are named once; a larger sheet is no A4', async () => {
  const { codes } = await verdict(
    await makePdf([
      letter(),
      { width: 148, height: 210, texts: body.slice(0, 2) },
      { width: 297, height: 420, texts: body },
    ]),
  );
  expect(codes.filter((code) => code.startsWith('page')).sort()).toEqual(['pageMixed', 'pageSize']);
});

it.each<[string, Record<string, unknown>, boolean]>([
  ['a note', { Subtype: 'Text', F: 4 }, true],
  ['a hidden note', { Subtype: 'Text', F: 2 }, false],
  ['a link', { Subtype: 'Link', F: 4, Border: [0, 0, 0] }, false],
])('%s', async (_what, more, told) => {
  const bytes = await makePdf([letter()], ({ pages, context }: Kit) =>
    pages[0]?.set(
      PDFName.of('Annots'),
      context.obj([{ Type: 'Annot', Rect: [100, 100, 150, 130], ...more }] as never),
    ),
  );
  expect((await verdict(bytes)).codes.includes('annotVisible')).toBe(told);
});

it('transparency counts where it shows: alpha, blending, a soft mask; not where nothing is transparent', async () => {
  const state = (more: Record<string, unknown>): PageSpec => ({
    ...letter(),
    resources: { ExtGState: { G1: { Type: 'ExtGState', ...more } } },
    content: 'q /G1 gs 100 100 50 50 re f Q',
  });
  const has = async (more: Record<string, unknown>): Promise<boolean> =>
    (await verdict(await makePdf([state(more)]))).codes.includes('gfxTransparency');
  expect(await has({ ca: 0.5 })).toBe(true);
  expect(await has({ BM: 'Multiply' })).toBe(true);
  expect(await has({ ca: 1, CA: 1, BM: 'Normal', SMask: 'None' })).toBe(false);
});
