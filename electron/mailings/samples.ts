import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { embedLetterFont } from '../pdf/remedies/embedFont.ts';
import { fixed } from '../pdf/remedies/wrapContent.ts';

const perMm = 72 / 25.4;

interface Sample {
  name: string;
  address: string[];
  lines: string[];
  /** Left edge of the address, millimetres: 118 is in the Swiss window right. */
  x?: number;
}

const samples: readonly Sample[] = [
  {
    name: 'Practice letter Zoe Mueller.pdf',
    address: ['Zoe Mueller', 'Zypressenstrasse 15', '8004 Zurich'],
    lines: [
      'Your subscription ends in December',
      'Dear Ms Mueller,',
      'thank you for reading with us for another year.',
    ],
  },
  {
    name: 'Practice letter address outside.pdf',
    address: ['Peter Keller', 'Seestrasse 2', '6003 Luzern'],
    lines: ['The address of this letter misses the window', 'Postroom offers to move it.'],
    x: 70,
  },
  {
    name: 'Practice letter reject.pdf',
    address: ['Anna Rossi', 'Via Nassa 5', '6900 Lugano'],
    lines: ['The practice service rejects this file', 'so that you can see what that looks like.'],
  },
  {
    name: 'Practice letter Returned.pdf',
    address: ['Returned Sender', 'Bahnhofplatz 1', '3011 Bern'],
    lines: ['Registered (postage R), this letter comes back', 'The address was not found.'],
  },
];

/** A few small PDFs to practise with; answers their paths. */
export async function writeSamples(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const sample of samples) {
    const file = path.join(folder, sample.name);
    await writeFile(file, await drawLetter(sample));
    paths.push(file);
  }
  return paths;
}

/** Without a fault besides the one it is meant to show: its letters are in the file. */
async function drawLetter({ address, lines, x = 120 }: Sample): Promise<Uint8Array> {
  const letter = await PDFDocument.create();
  letter.setCreationDate(new Date(0));
  letter.setModificationDate(new Date(0));
  const page = letter.addPage([210 * perMm, 297 * perMm]);
  const { context } = letter;
  const font = embedLetterFont(context);
  const write = (texts: readonly string[], left: number, top: number, size: number, step: number): string =>
    texts
      .map((text, index) => {
        const at = `${fixed(left * perMm)} ${fixed((297 - top - index * step) * perMm)}`;
        return `BT /F1 ${size} Tf ${at} Td ${font.encode(text)} Tj ET\n`;
      })
      .join('');
  const content = [
    '0 g\n',
    write(address, x, 58, 11, 5.2),
    write(lines.slice(0, 1), 25, 110, 14, 6),
    write(lines.slice(1), 25, 122, 11, 6),
    write(['Kind regards', 'Your publisher'], 25, 156, 11, 6),
  ].join('');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font.ref } }));
  return letter.save({ useObjectStreams: false });
}
