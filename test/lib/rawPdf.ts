/** PDFs written by hand, for what no library would write. */

/**
 * A PDF from numbered objects; the first is the catalog.
 * @param trailer further entries of the trailer
 */
export function raw(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = 9;
  const add = (b: Buffer): void => {
    parts.push(b);
    at += b.length;
  };
  objects.forEach((o, i) => {
    offsets.push(at);
    add(
      Buffer.concat([
        Buffer.from(`${i + 1} 0 obj\n`),
        typeof o === 'string' ? Buffer.from(o, 'latin1') : o,
        Buffer.from('\nendobj\n'),
      ]),
    );
  });
  const start = at;
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export const stream = (data: Buffer | string, dict = ''): Buffer => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${dict}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

/** One A4 page. Object 4 is its content; more objects follow from 5 on. */
export const onePage = (
  content: Buffer,
  resources = '',
  more: (string | Buffer)[] = [],
  trailer = '',
): Buffer =>
  raw(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>>>`,
      content,
      ...more,
    ],
    trailer,
  );

/** Crypt filters leave pages and strings as they are; only attachments want a password (unknown here). */
export const onlyAttachmentsLocked = (content = '0 g 100 100 50 50 re f'): Buffer =>
  onePage(
    stream(content),
    '',
    [
      `<</Filter/Standard/V 4/R 4/Length 128/P -1028/O<${'aa'.repeat(32)}>/U<${'00'.repeat(32)}>` +
        '/CF<</StdCF<</AuthEvent/EFOpen/CFM/AESV2/Length 16>>>>/StmF/Identity/StrF/Identity/EFF/StdCF>>',
    ],
    '/Encrypt 5 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]',
  );

/** A file with a signature whose byte range leaves out just itself, as it must. It is not genuine. */
export function signed(): Buffer {
  const gap = `<${'0'.repeat(64)}>`;
  const write = (range: readonly number[]): Buffer =>
    raw([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      `<</FT/Sig/T(Signature)/V<</Type/Sig/ByteRange[${range.map((n) => String(n).padStart(6, '0')).join(' ')}]/Contents${gap}>>>>`,
    ]);
  const unsigned = write([0, 0, 0, 0]);
  const from = unsigned.indexOf(gap);
  return write([0, from, from + gap.length, unsigned.length - from - gap.length]);
}
