import { expect, test } from 'vitest';
import { pdfsOf } from '../../../../electron/app/openedFiles.ts';

test('finds the PDFs of a command line, by path or by address, and nothing else', () => {
  const words = [
    'postroom',
    '--user-data-dir=/x.pdf',
    'Letter.PDF',
    '/tmp/a b.pdf',
    'file:///tmp/B%C3%A4r%20%231.pdf',
  ];
  expect(pdfsOf(words, '/home/anna')).toEqual(['/home/anna/Letter.PDF', '/tmp/a b.pdf', '/tmp/Bär #1.pdf']);
  const strange = [
    'postroom',
    'notes.txt',
    'https://example.ch/letter.pdf',
    'file://server/share/letter.pdf',
    'postroom://x.pdf',
  ];
  expect(pdfsOf(strange, '/home/anna')).toEqual([]);
});
