import type { PDFStream } from '@cantoo/pdf-lib';
import type { Facts } from '../../../shared/mailings/facts.ts';
import { filtersOf } from './inflate.ts';
import { nameOf, type Reader } from './objects.ts';

/** A picture where it is drawn. */
export type Placed = {
  page: number;
  width: number;
  height: number;
  /** Null where resolution says nothing: a row of pixels, no extent, a soft mask. */
  dpi: number | null;
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

/** What the dictionary of a picture says, in pixels. */
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

/** The resolution for comparing: that of a helper is never the lowest. */
const dpiOf = (p: Placed): number => p.dpi ?? Number.POSITIVE_INFINITY;

/** Each picture once, at its lowest resolution. */
export function lowestOf(placed: readonly Placed[]): Placed[] {
  const least = new Map<PDFStream | Placed, Placed>();
  for (const p of placed) {
    const key = p.stream ?? p;
    const known = least.get(key);
    if (!known || dpiOf(p) < dpiOf(known)) least.set(key, p);
  }
  return [...least.values()];
}

export const imageFacts = (placed: readonly Placed[]): Facts['images'] =>
  lowestOf(placed)
    .slice(0, 500)
    .map((p) => ({
      page: p.page,
      width: p.width,
      height: p.height,
      dpi: p.dpi === null ? null : Math.round(p.dpi * 10) / 10,
      stencil: p.stencil,
      colour: p.colour,
      filter: p.filter,
      bytes: p.bytes,
    }));

const rgbSpaces = new Set(['DeviceRGB', 'RGB', 'CalRGB', 'ICCBased3']);
export const isRgb = (colour: string): boolean => rgbSpaces.has(colour);
