import { expect, it } from 'vitest';
import { decodeText } from '../../../../electron/gateways/decodeText.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

it.each([
  ['UTF-8 as declared', utf8('Zoë 👩‍👧'), 'text/html; charset=utf-8', 'Zoë 👩‍👧'],
  ['UTF-8 undeclared', utf8('Zoë'), '', 'Zoë'],
  ['UTF-8 with a mark', utf8('\ufeffZoë'), '', 'Zoë'],
  ['windows-1252 as declared', latin('Zoë'), 'text/html; charset="windows-1252"', 'Zoë'],
  ['ISO-8859-1 undeclared', latin('Zoë'), 'text/html', 'Zoë'],
  ['windows-1252 declared to be UTF-8', latin('Zoë'), 'text/html; charset=utf-8', 'Zoë'],
  [
    'declared by XML',
    latin('<?xml version="1.0" encoding="iso-8859-1"?><a>Ã«</a>'),
    'text/xml',
    '<?xml version="1.0" encoding="iso-8859-1"?><a>Ã«</a>',
  ],
  ['declared by HTML', latin('<meta charset=latin1>Ã«'), '', '<meta charset=latin1>Ã«'],
  ['an unknown charset', utf8('Zoë'), 'text/html; charset=klingon', 'Zoë'],
  ['UTF-16', utf16('Zoë'), '', 'Zoë'],
  ['nothing', new Uint8Array(), '', ''],
])('reads %s', (_name, bytes, type, text) => {
  expect(decodeText(bytes, type)).toBe(text);
});

it('takes any bytes', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(decodeText(all, 'text/html; charset=utf-8')).toHaveLength(256);
});
