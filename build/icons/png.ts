import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, alpha; each 0 to 1. */
export type Colour = readonly [number, number, number, number];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Paints a square PNG of `size` pixels: `paint(x, y)` gets points in the unit square; 16 points are averaged per pixel. */
export function png(size: number, paint: (x: number, y: number) => Colour): Buffer {
  const steps = [0.125, 0.375, 0.625, 0.875];
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const dy of steps) {
        for (const dx of steps) {
          const [r, g, b, a] = paint((x + dx) / size, (y + dy) / size);
          red += r * a;
          green += g * a;
          blue += b * a;
          alpha += a;
        }
      }
      const at = y * (size * 4 + 1) + 1 + x * 4;
      const divisor = alpha === 0 ? 1 : alpha;
      rows.set(
        [red / divisor, green / divisor, blue / divisor, alpha / 16].map((part) => Math.round(part * 255)),
        at,
      );
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
