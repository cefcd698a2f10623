import { PDFName } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { examine } from '../../../electron/pdf/preflight.ts';
import { findingCodes, wordsOf, type Finding, type FindingCode } from '../../../shared/mailings/finding.ts';
import { judge, plainContext, uncheckedFinding, type JudgeContext } from '../../../shared/mailings/judge.ts';
import { din5008b, swissLeft, swissRight } from '../../../shared/mailings/letterProfiles.ts';
import {
  addressAt,
  body,
  grow,
  letter,
  makePdf,
  picture,
  points,
  type Kit,
  type PageSpec,
} from '../../lib/makePdf.ts';
import { fixture, wasmPath } from '../../lib/pdfFixture.ts';
import { onePage, onlyAttachmentsLocked, raw, signed, stream } from '../../lib/rawPdf.ts';
import de from '../../../renderer/words/de/findings.ts';
import en from '../../../renderer/words/en/findings.ts';

type Case = {
  code: FindingCode;
  file: () => Uint8Array | Promise<Uint8Array>;
  context?: Partial<JudgeContext>;
  expect?: Partial<Omit<Finding, 'params'>> & { params?: Record<string, unknown> };
};

const set = (kit: Kit, key: string, value: unknown): void =>
  kit.catalog.set(PDFName.of(key), kit.context.obj(value as never));
const one = (page: PageSpec, change?: (kit: Kit) => void | Promise<void>) => () => makePdf([page], change);
const plain = one(letter());
const xmp = (inner: string) => (kit: Kit) =>
  kit.catalog.set(
    PDFName.of('Metadata'),
    kit.context.register(
      kit.context.stream(`<x:xmpmeta><rdf:RDF>${inner}</rdf:RDF></x:xmpmeta>`, {
        Type: 'Metadata',
        Subtype: 'XML',
      }),
    ),
  );
const withPicture = (
  pixels: number,
  mm: number,
  more: Record<string, unknown> = {},
  at = { x: 30, y: 200 },
) =>
  one(
    {
      ...letter(),
      content: `q ${points(mm)} 0 0 ${points(mm)} ${points(at.x)} ${points(297 - at.y - mm)} cm /I Do Q`,
    },
    (kit) => {
      const resources = kit.pages[0]?.lookup(PDFName.of('Resources'));
      const image = picture(kit.context, pixels, pixels, more);
      (resources as typeof kit.catalog).set(PDFName.of('XObject'), kit.context.obj({ I: image }));
    },
  );
const field = (kit: Kit): void => {
  const form = kit.document.getForm();
  const box = form.createTextField('name');
  box.setText('Muster');
  const [page] = kit.document.getPages();
  if (page) box.addToPage(page, { x: 100, y: 100, width: 120, height: 20 });
};
const note =
  (kind: string, more: Record<string, unknown> = {}) =>
  (kit: Kit) =>
    kit.pages[0]?.set(
      PDFName.of('Annots'),
      kit.context.obj([{ Type: 'Annot', Subtype: kind, Rect: [100, 100, 150, 130], F: 4, ...more }] as never),
    );
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const lock = (printing: boolean) =>
  one(letter(), (kit) =>
    kit.document.encrypt({ userPassword: '', ownerPassword: 'chef', permissions: { printing } }),
  );
const address = ['Frau', 'Regula Beispiel', 'Musterweg 12', '8005 Zürich'];

const cases: Case[] = [
  { code: 'fileEmpty', file: () => fixture('zero_byte'), expect: { severity: 'blocked' } },
  { code: 'fileNotPdf', file: () => fixture('jpeg_renamed'), expect: { severity: 'blocked' } },
  {
    code: 'fileTooLargeEmail',
    file: async () => grow(await plain(), 7_340_033),
    context: { channel: 'email' },
    expect: { severity: 'blocked' },
  },
  {
    code: 'fileTooLargePrint',
    file: async () => grow(await plain(), 10_485_761),
    expect: { severity: 'blocked' },
  },
  {
    code: 'fileLargeEmail',
    file: async () => grow(await plain(), 7_330_000),
    context: { channel: 'emailThenPost' },
  },
  { code: 'fileLargePrint', file: async () => grow(await plain(), 9_100_000) },
  { code: 'fileDamaged', file: () => fixture('truncated_60pct'), expect: { severity: 'blocked' } },
  { code: 'fileNoPages', file: () => makePdf([]), expect: { severity: 'blocked' } },
  {
    code: 'fileRepaired',
    file: async () => Buffer.from(latin1(await plain()).replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1'),
    expect: { remedies: ['rewrite'] },
  },
  {
    code: 'fileLeadingGarbage',
    file: () => fixture('leading_garbage_300b'),
    expect: { params: { bytes: 302 } },
  },
  {
    code: 'fileTrailing',
    file: async () => Buffer.concat([await plain(), Buffer.from('--boundary--')]),
    expect: { params: { bytes: 12 } },
  },
  { code: 'fileName', file: plain, context: { fileName: 'Brief: Muster?.pdf' } },
  { code: 'signed', file: signed, expect: { severity: 'note' } },
  {
    code: 'signatureBroken',
    file: () => Buffer.from(signed().toString('latin1').replace('/Kids[', '/Kids  ['), 'latin1'),
    context: { channel: 'email' },
    expect: { severity: 'warning' },
  },
  { code: 'encPassword', file: () => fixture('password_user_aes128'), expect: { severity: 'blocked' } },
  { code: 'encOwner', file: lock(true), expect: { severity: 'warning' } },
  { code: 'encNoPrint', file: lock(false), expect: { severity: 'blocked' } },
  {
    code: 'pageCount',
    file: () => fixture('pages_81'),
    expect: { params: { pages: 81 }, remedies: ['split'] },
  },
  { code: 'pageParcel', file: () => fixture('pages_81'), context: { addressLines: address } },
  {
    code: 'pageManyUnexamined',
    file: () => makePdf(Array.from({ length: 305 }, () => letter())),
    expect: { params: { unexamined: 5 } },
  },
  {
    code: 'addrLines',
    file: plain,
    context: { coversheet: true },
    expect: { severity: 'blocked', params: { reason: 'coversheet' } },
  },
  { code: 'addrShape', file: plain, context: { addressLines: ['Regula Beispiel', '8005 Zürich'] } },
  {
    code: 'addrPlace',
    file: plain,
    context: { addressLines: ['Frau', 'Regula Beispiel', 'Musterweg 12', 'Zürich'], country: 'CH' },
  },
  {
    code: 'addrEmailMissing',
    file: plain,
    context: { channel: 'email', emails: { to: [], copies: ['a@example.com'] } },
    expect: { severity: 'blocked' },
  },
  {
    code: 'addrEmail',
    file: plain,
    context: { channel: 'emailThenPost', emails: { to: ['a@example.com'], copies: ['b@'] } },
    expect: { severity: 'blocked', params: { address: 'b@' } },
  },
  {
    code: 'pageSize',
    file: () => fixture('us_letter'),
    expect: { page: 1, params: { width: 215.9, height: 279.4 }, remedies: ['fitA4'] },
  },
  { code: 'pageLandscape', file: () => fixture('a4_landscape'), expect: { page: 1 } },
  {
    code: 'pageMixed',
    file: () => fixture('mixed_sizes_a4_a5_letter'),
    expect: { page: 2, params: { width: 148 } },
  },
  {
    code: 'pageRotate',
    file: one({ ...letter(), keys: { Rotate: 90 } }),
    expect: { params: { degrees: 90 } },
  },
  {
    code: 'pageUserUnit',
    file: one({ ...letter(), keys: { UserUnit: 2 } }),
    expect: { params: { unit: 2 } },
  },
  {
    code: 'pageCropSmaller',
    file: one({ ...letter(), keys: { CropBox: [20, 20, 500, 700] } }),
    expect: { page: 1 },
  },
  {
    code: 'pageBlank',
    file: () => makePdf([letter(), {}]),
    expect: { page: 2, severity: 'note', remedies: ['dropBlankLast'] },
  },
  {
    code: 'pageDefinitions',
    file: plain,
    context: { pageDefinitions: [1, 3] },
    expect: { severity: 'blocked', params: { number: 3, pages: 1 } },
  },
  {
    code: 'fontNotEmbedded',
    file: () => fixture('fonts_not_embedded_base14'),
    expect: { params: { names: 'Helvetica, ArialMT' } },
  },
  {
    code: 'fontNotEmbeddedUnused',
    file: one({
      ...letter(),
      resources: { Font: { F9: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman' } } },
    }),
    expect: { severity: 'note', params: { names: 'Times-Roman' } },
  },
  {
    code: 'fontType3',
    file: one({
      ...letter(),
      resources: {
        Font: {
          F9: {
            Type: 'Font',
            Subtype: 'Type3',
            FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
            CharProcs: {},
            FontBBox: [0, 0, 1, 1],
          },
        },
      },
    }),
  },
  { code: 'imgLowDpi', file: withPicture(100, 50), expect: { page: 1, params: { dpi: 51, wanted: 300 } } },
  { code: 'imgSoftDpi', file: withPicture(400, 50), expect: { severity: 'note', params: { dpi: 203 } } },
  {
    code: 'gfxTransparency',
    file: () => fixture('transparency_alpha'),
    expect: { page: 1, params: { kind: 'alpha' } },
  },
  {
    code: 'gfxLayers',
    file: one(letter(), (kit) => {
      const group = kit.context.register(kit.context.obj({ Type: 'OCG', Name: 'Druck' }));
      set(kit, 'OCProperties', { OCGs: [group], D: {} });
    }),
  },
  { code: 'gfxLayersHidden', file: () => fixture('layers_ocg'), expect: { params: { names: 'Entwurf' } } },
  { code: 'colourRgb', file: one({ ...letter(), content: '1 0 0 rg 100 100 50 50 re f 0 g' }) },
  {
    code: 'colourSpot',
    file: one({
      ...letter(),
      resources: {
        ColorSpace: { C1: ['Separation', 'HKS 43', 'DeviceCMYK', { FunctionType: 2, Domain: [0, 1], N: 1 }] },
      },
    }),
    expect: { params: { names: 'HKS 43' } },
  },
  { code: 'confNone', file: plain, expect: { severity: 'note' } },
  { code: 'confId', file: () => fixture('pdfa2b_letter'), expect: { params: { claim: 'PDF/A-2b' } } },
  {
    code: 'confContradiction',
    file: one(
      {
        ...letter(),
        resources: { Font: { F9: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman' } } },
        content: 'BT /F9 12 Tf 80 80 Td (Anhang) Tj ET',
      },
      xmp('<rdf:Description pdfaid:part="1" pdfaid:conformance="B"/>'),
    ),
    expect: { params: { against: 'fonts' } },
  },
  {
    code: 'activeJs',
    file: () => fixture('javascript_openaction'),
    expect: { remedies: ['stripJavascript'] },
  },
  {
    code: 'activeLaunch',
    file: one(letter(), (kit) => set(kit, 'OpenAction', { S: 'Launch', F: kit.context.obj('calc.exe') })),
  },
  {
    code: 'activeEmbeddedFiles',
    file: one(letter(), async (kit) => kit.document.attach(Buffer.from('a;b'), 'Titelliste.csv')),
    expect: { params: { names: 'Titelliste.csv' } },
  },
  {
    code: 'activeXfa',
    file: one(letter(), (kit) =>
      set(kit, 'AcroForm', { Fields: [], XFA: kit.context.register(kit.context.stream('<xdp/>')) }),
    ),
    expect: { severity: 'warning' },
  },
  {
    code: 'formUnflattened',
    file: one(letter(), field),
    expect: { params: { count: 1 }, remedies: ['flatten'] },
  },
  { code: 'annotVisible', file: one(letter(), note('Text')), expect: { page: 1, params: { kind: 'Text' } } },
  {
    code: 'zoneAddressMissing',
    file: () => fixture('letter_left_window_c5_fr'),
    expect: { page: 1, remedies: ['coverSheet'] },
  },
  {
    code: 'zoneAddressClipped',
    file: one({ texts: [...addressAt(122, 47.5), ...body] }),
    expect: { page: 1, params: { mm: 4.5, side: 'high' }, remedies: ['shift', 'coverSheet'] },
  },
  {
    code: 'zoneForeignText',
    file: one(letter([{ text: 'Lieferschein 4711', x: 150, y: 90 }])),
    expect: { page: 1, params: { text: 'Lieferschein 4711' } },
  },
  {
    code: 'zoneKeepEmpty',
    file: one(letter([{ text: 'Randlinie Verlag', x: 150, y: 20 }])),
    expect: { page: 1 },
  },
  {
    code: 'encLocked',
    file: () =>
      onePage(
        stream(''),
        '',
        ['<</Filter/Adobe.PubSec/V 4/StmF/DefaultCryptFilter>>'],
        '/Encrypt 5 0 R/ID[<00><00>]',
      ),
    expect: { severity: 'blocked' },
  },
  {
    code: 'encAttachments',
    file: async () => onlyAttachmentsLocked(),
    expect: { severity: 'warning', remedies: ['rewrite'] },
  },
  {
    code: 'pageBroken',
    file: () => onePage(stream(Buffer.from('no deflate at all'), '/Filter/FlateDecode')),
    expect: { page: 1, severity: 'warning' },
  },
  {
    code: 'fileRepaired',
    file: () =>
      raw([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 7>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      ]),
    expect: { severity: 'warning', remedies: ['rewrite'] },
  },
  {
    code: 'zoneMargin',
    file: one(letter([{ text: 'Fusszeile', x: 25, y: 291.5 }])),
    expect: { page: 1, params: { wanted: 5 } },
  },
  {
    code: 'zoneBleed',
    file: one({ ...letter(), content: '0.9 g 0 0 700 900 re f 0 g' }),
    expect: { severity: 'note' },
  },
  { code: 'zoneDmc', file: one(letter([{ text: 'Konto', x: 8, y: 289 }])), context: { dmc: true } },
  { code: 'zonePunch', file: one(letter([{ text: 'Randnotiz', x: 9, y: 107 }])), context: { punch: true } },
  { code: 'zoneFold', file: withPicture(600, 46, {}, { x: 60, y: 130 }), context: { fold: true } },
];

it.each(cases)('finds $code', async ({ code, file, context, expect: wanted }) => {
  const facts = await examine(await file(), wasmPath);
  const found = judge(facts, plainContext(swissRight, context)).find((f) => f.code === code);
  expect(
    found,
    JSON.stringify(judge(facts, plainContext(swissRight, context)).map((f) => f.code)),
  ).toBeDefined();
  expect(found).toMatchObject(wanted ?? {});
  if (found) for (const words of [en, de]) expect(said(found, words)).toEqual(readable);
});

/** What the screen says about a finding: what is wrong, and what to do. */
function said(finding: Finding, words: Record<string, string>): string[] {
  const { says, advice } = wordsOf(finding);
  return [says, advice].map((key) =>
    (words[key.replace('findings.', '')] ?? `no words for ${key}`).replace(
      /\{\{(\w+)\}\}/g,
      (hole, name: string) => String(finding.params[name] ?? hole),
    ),
  );
}

/** Whole sentences: every fact filled in, nothing of the machine's own. */
const sentence = expect.stringMatching(/^[A-ZÄÖÜ0-9„“«][^{}]*[.!)]$/) as string;
const readable = [sentence, sentence];

it('has a file for every code; what could not be examined is told by the host', () => {
  const shown = new Set<string>([...cases.map((c) => c.code), uncheckedFinding('slow').code]);
  expect(findingCodes.filter((code) => !shown.has(code))).toEqual([]);
});

it('says nothing but notes about a flawless letter, for each profile', async () => {
  const right = await examine(await plain(), wasmPath);
  const left = await examine(await makePdf([{ texts: [...addressAt(25, 58), ...body] }]), wasmPath);
  const din = await examine(
    await makePdf([
      {
        texts: [...addressAt(25, 64), ...body, { text: 'Randlinie Verlag, Basel', x: 25, y: 47, size: 2.5 }],
      },
    ]),
    wasmPath,
  );
  for (const [facts, profile] of [
    [right, swissRight],
    [left, swissLeft],
    [din, din5008b],
  ] as const) {
    expect(judge(facts, plainContext(profile)).map((f) => f.code)).toEqual(['confNone']);
  }
});

it('needs no address in the window with a cover sheet, a bundle or by e-mail', async () => {
  const facts = await examine(fixture('letter_left_window_c5_fr'), wasmPath);
  const zones = (context: Partial<JudgeContext>): string[] =>
    judge(facts, plainContext(swissRight, context)).flatMap((f) =>
      f.code.startsWith('zone') ? [f.code] : [],
    );
  expect(zones({})).toContain('zoneAddressMissing');
  expect(zones({ coversheet: true, addressLines: address })).toEqual([]);
  expect(zones({ bundling: true, addressLines: address })).toEqual([]);
  expect(zones({ channel: 'email' })).toEqual([]);
});

it('does not take a bare page group for transparency', async () => {
  const bytes = await makePdf([{ ...letter(), keys: { Group: { S: 'Transparency', CS: 'DeviceRGB' } } }]);
  expect((await examine(bytes, wasmPath)).transparency).toEqual([]);
});
