import type { PDFStream } from '@cantoo/pdf-lib';
import type { Facts } from '../../../shared/mailings/facts.ts';
import { filtersOf } from './inflate.ts';
import { nameOf, type Reader } from './objects.ts';

/** A picture where it is drawn. */
export type Placed = {
  page: number;
  width: number;
  height: number;
  dpi: number;
  stencil: boolean;
  colour: string;
  filter: string;
  /** Packed size; 0 for inline pictures. */
  bytes: number;
  stream: PDFStream | null;
};

/** The family of a colour space: DeviceRGB, ICCBased3, Indexed, Separation… */
export function colourOf(read: Reader, space: ReturnType<Reader['resolve']>): string {
  const name = nameOf(space);
  if (name) return name;
  const [family, second] = read.array(space);
  const kind = nameOf(read.resolve(family)) ?? '';
  if (kind !== 'ICCBased') return kind;
  return `ICCBased${read.number(read.raw(read.dict(second), 'N')) ?? ''}`;
}

export function imageOf(read: Reader, stream: PDFStream): Omit<Placed, 'page' | 'dpi'> {
  const { dict } = stream;
  return {
    width: read.number(read.raw(dict, 'Width')) ?? 0,
    height: read.number(read.raw(dict, 'Height')) ?? 0,
    stencil: String(read.get(dict, 'ImageMask')) === 'true',
    colour: colourOf(read, read.get(dict, 'ColorSpace')),
    filter: filtersOf(read, dict).at(-1) ?? '',
    bytes: stream.getContentsSize(),
    stream,
  };
}

/** Pictures as facts: each once, at its lowest resolution; 1-pixel helpers are left out. */
export function imageFacts(placed: readonly Placed[]): Facts['images'] {
  const least = new Map<PDFStream | Placed, Placed>();
  for (const p of placed) {
    if (p.width <= 1 || p.height <= 1) continue;
    const key = p.stream ?? p;
    const known = least.get(key);
    if (!known || p.dpi < known.dpi) least.set(key, p);
  }
  return [...least.values()].slice(0, 500).map((p) => ({
    page: p.page,
    width: p.width,
    height: p.height,
    dpi: Math.round(p.dpi * 10) / 10,
    stencil: p.stencil,
    colour: p.colour,
    filter: p.filter,
    bytes: p.bytes,
  }));
}

const rgbSpaces = new Set(['DeviceRGB', 'RGB', 'CalRGB', 'ICCBased3']);
export const isRgb = (colour: string): boolean => rgbSpaces.has(colour);
