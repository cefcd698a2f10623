// Draws the app's icons (an addressed envelope on a stamp) in every form the packages need: `node build/icons/makeIcons.ts`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { png, type Colour } from './png.ts';

const ink: Colour = [0x2a / 255, 0x45 / 255, 0xb0 / 255, 1];
const paper: Colour = [1, 1, 1, 1];
const line: Colour = [0xb7 / 255, 0xc4 / 255, 0xf1 / 255, 1];
const seal: Colour = [0xd9 / 255, 0x7a / 255, 0x06 / 255, 1];
const clear: Colour = [0, 0, 0, 0];

/** Distance from a rounded box centred at (cx, cy); negative inside. */
function box(x: number, y: number, cx: number, cy: number, w: number, h: number, r: number): number {
  const dx = Math.abs(x - cx) - w / 2 + r;
  const dy = Math.abs(y - cy) - h / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
}

/** Distance from the stroke of the envelope's flap. */
function flap(x: number, y: number): number {
  const along = Math.abs(x - 0.5) / 0.3;
  return Math.abs(y - (0.56 - along * 0.22)) * 0.82;
}

function appIcon(x: number, y: number): Colour {
  if (box(x, y, 0.5, 0.5, 0.92, 0.92, 0.2) > 0) return clear;
  if (Math.hypot(x - 0.76, y - 0.7) < 0.1) return seal;
  if (Math.hypot(x - 0.76, y - 0.7) < 0.135) return ink;
  if (box(x, y, 0.5, 0.51, 0.62, 0.44, 0.045) > 0) return ink;
  return flap(x, y) < 0.02 && Math.abs(x - 0.5) < 0.3 ? line : paper;
}

/** One colour with holes, as the macOS menu bar wants it and as a tray on any ground shows it. */
const glyph =
  (colour: Colour) =>
  (x: number, y: number): Colour => {
    const outside = box(x, y, 0.5, 0.5, 0.9, 0.66, 0.09);
    if (outside > 0) return clear;
    const along = Math.abs(x - 0.5) / 0.45;
    return outside > -0.075 || Math.abs(y - (0.6 - along * 0.36)) < 0.055 ? colour : clear;
  };

function ico(images: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(([size, data], index) => {
    const at = 6 + 16 * index;
    head.set([size % 256, size % 256, 0, 0], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...images.map(([, data]) => data)]);
}

function icns(images: readonly (readonly [string, Buffer])[]): Buffer {
  const block = (type: string, data: Buffer): Buffer => {
    const head = Buffer.from(`${type}....`, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return block('icns', Buffer.concat(images.map(([type, data]) => block(type, data))));
}

const write = (name: string, data: Buffer): void =>
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), data);
const app = (size: number): Buffer => png(size, appIcon);

write('icon.png', app(512));
write('icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, app(size)])));
write(
  'icon.icns',
  icns([
    ['ic07', app(128)],
    ['ic08', app(256)],
    ['ic09', app(512)],
    ['ic10', app(1024)],
  ]),
);
write('tray.png', png(32, glyph(ink)));
write('trayTemplate.png', png(18, glyph([0, 0, 0, 1])));
write('trayTemplate@2x.png', png(36, glyph([0, 0, 0, 1])));
