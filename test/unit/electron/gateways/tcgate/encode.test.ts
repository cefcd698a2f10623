import { expect, it } from 'vitest';
import { encodeMailing } from '../../../../../electron/gateways/tcgate/encodeMailing.ts';
import { encodeDocument, uploadBody } from '../../../../../electron/gateways/tcgate/upload.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../../../shared/mailings/mailing.ts';

async function* pieces(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part);
}

it("writes the document's own example", () => {
  const settings = documentSettingsSchema.parse({
    sendBy: 'emailThenPost',
    type: 'TERM',
    bundle: 'RECIPIENT-123-456',
    bundlePosition: 1,
    addressLines: ['Bob Smith', 'Zypressenstrasse 15', '8080 Zurich'],
    country: 'CH',
    dataMatrixPosition: 'bottom',
    duplex: true,
    punch: true,
    fold: true,
    pageDefinitions: [
      { number: 2, type: 'ESR', plex: 'front' },
      { number: 3, type: '', plex: 'front' },
    ],
    to: ['bob.smith@work.ch'],
  });
  expect(encodeDocument(settings, 'REF-123-456-789')).toEqual({
    type: 'TERM',
    clientReference: 'REF-123-456-789',
    settings: {
      print: {
        bundlingId: 'RECIPIENT-123-456',
        bundlingIndex: 1,
        shipping: { addressLines: ['Bob Smith', 'Zypressenstrasse 15', '8080 Zurich'], countryCode: 'CH' },
        pages: {
          type: 'White',
          dmcPosition: 'bottom',
          duplex: true,
          punch: true,
          folding: true,
          pageDefinitions: [
            { number: 2, type: 'ESR', plex: 'front' },
            { number: 3, plex: 'front' },
          ],
        },
      },
      email: { to: ['bob.smith@work.ch'] },
    },
  });
});

it('hands over further information by name, and nothing where there is none', () => {
  const values = [
    { name: 'contract', value: '4711' },
    { name: 'year', value: '' },
  ];
  const encode = (settings: object) =>
    encodeDocument(
      documentSettingsSchema.parse({ sendBy: 'email', to: ['a@example.com'], ...settings }),
      'R',
    );
  expect(encode({ values })).toMatchObject({ metadata: { contract: '4711', year: '' } });
  expect(encode({})).not.toHaveProperty('metadata');
});

it('sends no channel that was not chosen', () => {
  const post = encodeMailing(
    mailingSettingsSchema.parse({ postage: 'A', sendOn: '2026-12-01' }),
    'post',
    ['D1'],
    'R',
  );
  expect(post).toEqual({
    experience: 'PRINT',
    sla: 'DAILY',
    scheduleOn: '2026-12-01',
    documents: ['D1'],
    settings: { print: { bundling: false, coversheet: false, shipping: { method: 'A' } } },
    clientReference: 'R',
  });
  const email = encodeMailing(mailingSettingsSchema.parse({ template: 'test-01-en' }), 'email', ['D1'], 'R');
  expect(email['settings']).toEqual({ email: { template: 'test-01-en' } });
});

it('streams a multipart body of exactly the announced length, with a name that cannot break out', async () => {
  const seen: number[] = [];
  const body = uploadBody({ type: 'T' }, 'a"b\r\nX: y.pdf', 8, pieces('%PDF', '-1.7'), 'B', (sent) =>
    seen.push(sent),
  );
  const text = await new Response(body.stream).text();
  expect(new TextEncoder().encode(text).byteLength).toBe(body.length);
  expect(text).toContain('filename="a%22b%0D%0AX: y.pdf"');
  expect(text).toContain('\r\n\r\n%PDF-1.7\r\n--B--\r\n');
  expect(seen).toEqual([4, 8]);
});

it('breaks the upload off when the archived file is not as long as announced', async () => {
  const body = uploadBody({}, 'a.pdf', 9, pieces('%PDF'), 'B', () => undefined);
  await expect(new Response(body.stream).text()).rejects.toThrow('4 bytes instead of 9');
});
