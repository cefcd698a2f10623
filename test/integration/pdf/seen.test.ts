import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { examine } from '../../../electron/pdf/preflight.ts';
import { judge, plainContext } from '../../../shared/mailings/judge.ts';
import { swissRight } from '../../../shared/mailings/letterProfiles.ts';
import { readWindow } from '../../../shared/mailings/window.ts';
import { wasmPath } from '../../lib/pdfFixture.ts';
import { onePage, onlyAttachmentsLocked, raw, stream } from '../../lib/rawPdf.ts';

/** What nobody sees on paper is neither an address nor a mark; what can be seen is. */

const lines = ['Frau Anna Bieri', 'Bahnhofstrasse 12', '8001 Bern'];
const address = `BT /F 11 Tf 14 TL 340 677 Td ${lines.map((l) => `(${l}) Tj T*`).join(' ')} ET\n`;
const font = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>';
/** The same font, but nothing says which letters its codes are: another engine reads them. */
const silentFont = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
const body = 'BT /F 11 Tf 70 500 Td (Sehr geehrte Frau Bieri) Tj ET\n';

async function look(bytes: Uint8Array) {
  const facts = await examine(bytes, wasmPath);
  const [page] = facts.pages;
  return {
    facts,
    codes: judge(facts, plainContext(swissRight)).map((f) => f.code),
    address: page ? readWindow(page, swissRight).lines : [],
  };
}
const layer = (state: 'ON' | 'OFF', content: string, how = '/L BDC'): Buffer =>
  raw([
    `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</${state}[5 0 R]>>>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${font}/Properties<</L 5 0 R/M 6 0 R>>>>>>`,
    stream(`/OC ${how} ${content} EMC ${body}`),
    '<</Type/OCG/Name(Adresse)>>',
    '<</Type/OCMD/OCGs[5 0 R]/P/AllOff>>',
  ]);

it.each<[string, Buffer]>([
  ['black', onePage(stream(address + body), font)],
  [
    'in a spot colour at full strength',
    onePage(
      stream(`/S cs 1 scn ${address} ${body}`),
      `${font}/ColorSpace<</S[/Separation/Black/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>]>>`,
    ),
  ],
  ['white on a dark bar', onePage(stream(`0.1 g 330 620 230 90 re f 1 g ${address} 0 g ${body}`), font)],
  [
    'typed over a white patch',
    onePage(
      stream(`${address.replaceAll('Anna', 'Karl')} 1 g 330 620 230 80 re f 0 g ${address} ${body}`),
      font,
    ),
  ],
  [
    'under a see-through white patch',
    onePage(
      stream(`${address} /G gs 1 g 330 620 230 80 re f 0 g ${body}`),
      `${font}/ExtGState<</G<</ca .4>>>>`,
    ),
  ],
  [
    'under a white patch clipped to a triangle',
    onePage(
      stream(`${address} q 330 620 m 560 620 l 560 700 l h W n 1 g 330 620 230 80 re f Q 0 g ${body}`),
      font,
    ),
  ],
  ['in a layer that is on', layer('ON', address)],
  ['in a rule over a layer that is off', layer('OFF', address, '/M BDC')],
])('reads an address %s', async (_how, bytes) => {
  expect((await look(bytes)).address).toEqual(lines);
});

it.each<[string, Buffer]>([
  ['white on white', onePage(stream(`1 g ${address} 0 g ${body}`), font)],
  [
    'white as a spot colour of no strength',
    onePage(
      stream(`/S cs 0 scn ${address} 0 g ${body}`),
      `${font}/ColorSpace<</S[/Separation/Gold/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>]>>`,
    ),
  ],
  [
    'white, in a font that only an engine can read',
    onePage(stream(`1 g ${address} 0 g ${body}`), silentFont),
  ],
  ['invisible, without a scan above it', onePage(stream(`BT 3 Tr ET ${address} BT 0 Tr ET ${body}`), font)],
  ['clipped away', onePage(stream(`q 0 0 300 300 re W n ${address} Q ${body}`), font)],
  ['under a white patch', onePage(stream(`${address} 1 g 330 620 230 80 re f 0 g ${body}`), font)],
  ['in a layer that is off', layer('OFF', address)],
])('does not take for an address what is %s', async (_how, bytes) => {
  const { address: read, codes } = await look(bytes);
  expect(read).toEqual([]);
  expect(codes).toContain('zoneAddressMissing');
});

it('reads the letters under a scanned page, which stand where the picture shows them', async () => {
  const picture = stream(
    Buffer.alloc(12, 9),
    '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8',
  );
  const scan = `q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr ET ${address}`;
  expect((await look(onePage(stream(scan), `${font}/XObject<</I 5 0 R>>`, [picture]))).address).toEqual(
    lines,
  );
});

it.each<[string, string, boolean]>([
  ['white letters', `1 g ${body}`, true],
  ['black under white', '0 g 100 100 50 50 re f 1 g 0 0 595 842 re f', true],
  ['a spot colour at full strength', '/S cs 1 scn 100 100 50 50 re f', false],
  ['a spot colour of no strength', '/S cs 0 scn 100 100 50 50 re f', true],
  ['a white patch above, letters below', `1 g 0 600 595 242 re f 0 g ${body}`, false],
])('knows whether a page is blank: %s', async (_name, content, blank) => {
  const spot =
    '/ColorSpace<</S[/Separation/Gold/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[0]>>]>>';
  const { facts } = await look(onePage(stream(content), font + spot));
  expect(facts.pages[0]?.blank).toBe(blank);
});

it('says that a page cannot be read, instead of that it is blank; reads what comes before a damage', async () => {
  const packed = deflateSync(Buffer.from(`0 g 100 100 50 50 re f ${'0 0 m 1 1 l '.repeat(2000)}`), {
    level: 1,
  });
  const { codes } = await look(onePage(stream(packed.subarray(3, 40), '/Filter/FlateDecode')));
  expect(codes).toContain('pageBroken');
  expect(codes).not.toContain('pageBlank');
  const cut = await look(onePage(stream(packed.subarray(0, packed.length - 30), '/Filter/FlateDecode')));
  expect(cut.facts.pages[0]).toMatchObject({ blank: false, broken: false, examined: true });
});

it.each([
  ['a filter that leaves all as it is', '/Filter/Crypt/DecodeParms<</Name/Identity>>', (b: Buffer) => b],
  ['packed twice', '/Filter[/FlateDecode/FlateDecode]', (b: Buffer) => deflateSync(deflateSync(b))],
  [
    'packed, then written in hex',
    '/Filter[/ASCIIHexDecode/FlateDecode]',
    (b: Buffer) => Buffer.from(`${deflateSync(b).toString('hex')}>`),
  ],
])('reads a content stream with %s', async (_name, dict, pack) => {
  const { address: read } = await look(onePage(stream(pack(Buffer.from(address + body)), dict), font));
  expect(read).toEqual(lines);
});

it('opens a file of which only the attachments are locked, without a second engine', async () => {
  const { facts } = await look(onlyAttachmentsLocked());
  expect(facts).toMatchObject({
    encryption: 'attachments',
    walkerOpened: true,
    pdfiumOpened: null,
    pageCount: 1,
  });
});

it('finds a PDF behind a long mail header, and blocks it with a remedy; a mere mention is no PDF', async () => {
  const mail = Buffer.from('Received: from mail\r\n'.repeat(80));
  const { facts, codes } = await look(Buffer.concat([mail, onePage(stream(address), font)]));
  expect(facts.headerAt).toBe(mail.length);
  expect(judge(facts, plainContext(swissRight))[0]).toMatchObject({
    code: 'fileLeadingGarbage',
    severity: 'blocked',
    remedies: ['rewrite'],
  });
  expect(codes).not.toContain('fileNotPdf');
  expect((await look(Buffer.concat([mail, Buffer.from('%PDF-1.7 is a format')]))).codes).toEqual([
    'fileNotPdf',
  ]);
});

it('counts pictures that have no resolution of their own, and does not call them coarse', async () => {
  const dot = stream(
    Buffer.from([9, 9, 9]),
    '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8',
  );
  const grey = stream(
    Buffer.alloc(64, 9),
    '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8',
  );
  const mask = stream(
    'q 300 0 0 300 0 0 cm /I Do Q',
    '/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</XObject<</I 6 0 R>>>>',
  );
  const shadow = onePage(
    stream('q 200 0 0 200 60 60 cm /D Do Q q /G gs 100 100 200 100 re f Q'),
    '/XObject<</D 5 0 R>>/ExtGState<</G<</SMask<</Type/Mask/S/Luminosity/G 7 0 R>>>>>>',
    [dot, grey, mask],
  );
  const { facts, codes } = await look(shadow);
  expect(facts.images.map((i) => i.dpi)).toEqual([null, null]);
  expect(codes).not.toContain('imgLowDpi');
});
