import { PDFDict, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import { readFont, type Font } from './fonts.ts';
import { colourOf } from './images.ts';
import { nameOf, type Reader } from './objects.ts';

/** What the resources of all pages declare, used or not. */
export type Declared = {
  fonts: Map<PDFDict, Font>;
  transparency: { page: number; kind: string }[];
  spots: Set<string>;
};

/** Separations that are no extra ink. */
const noSpot = new Set(['All', 'None', 'Black', 'Cyan', 'Magenta', 'Yellow']);

/** Walks resource dictionaries, each once; forms, patterns, Type 3 glyphs and appearances included. */
export class ResourceScan {
  readonly declared: Declared;
  private readonly read: Reader;
  private readonly seen = new Set<PDFObject>();
  private steps = 0;

  constructor(read: Reader, fonts: Map<PDFDict, Font>) {
    this.read = read;
    this.declared = { fonts, transparency: [], spots: new Set() };
  }

  private see(page: number, kind: string): void {
    if (this.declared.transparency.length < 50) this.declared.transparency.push({ page, kind });
  }

  /** Scans one resource dictionary. */
  scan(resources: PDFDict | undefined, page: number, depth = 0): void {
    if (!resources || this.seen.has(resources) || depth > 20 || this.steps++ > 200_000) return;
    this.seen.add(resources);
    const { read } = this;
    for (const [, value] of read.entries(read.getDict(resources, 'Font')))
      this.font(read.dict(value), page, depth);
    for (const [, value] of read.entries(read.getDict(resources, 'ExtGState')))
      this.state(read.dict(value), page, depth);
    for (const [, value] of read.entries(read.getDict(resources, 'XObject')))
      this.xobject(read.stream(value), page, depth);
    for (const [, value] of read.entries(read.getDict(resources, 'Pattern'))) {
      const pattern = read.dict(value);
      if (!pattern || this.seen.has(pattern)) continue;
      this.seen.add(pattern);
      this.state(read.getDict(pattern, 'ExtGState'), page, depth);
      this.scan(read.getDict(pattern, 'Resources'), page, depth + 1);
    }
    for (const [, value] of read.entries(read.getDict(resources, 'ColorSpace'))) this.colour(value);
  }

  private font(dict: PDFDict | undefined, page: number, depth: number): void {
    if (!dict) return;
    if (!this.declared.fonts.has(dict)) this.declared.fonts.set(dict, readFont(this.read, dict, page));
    this.scan(this.read.getDict(dict, 'Resources'), page, depth + 1);
  }

  private state(dict: PDFDict | undefined, page: number, depth: number): void {
    if (!dict || this.seen.has(dict)) return;
    this.seen.add(dict);
    const { read } = this;
    const alpha = [read.number(read.raw(dict, 'ca')), read.number(read.raw(dict, 'CA'))];
    if (alpha.some((a) => a !== null && a < 1)) this.see(page, 'alpha');
    const blend = read.get(dict, 'BM');
    const mode = nameOf(blend) ?? nameOf(read.resolve(read.array(blend)[0]));
    if (mode && mode !== 'Normal' && mode !== 'Compatible') this.see(page, 'blend');
    const mask = read.getDict(dict, 'SMask');
    if (mask) {
      this.see(page, 'softMask');
      this.xobject(read.stream(read.raw(mask, 'G')), page, depth);
    }
    const [font] = read.array(read.get(dict, 'Font'));
    this.font(read.dict(font), page, depth);
  }

  /** A note that lets the page show through: a marker pen always does. */
  note(dict: PDFDict, kind: string, page: number): void {
    if (kind === 'Highlight') this.see(page, 'blend');
    this.state(dict, page, 0);
  }

  /** A form or a picture. */
  xobject(stream: PDFStream | undefined, page: number, depth: number): void {
    if (!stream || this.seen.has(stream)) return;
    this.seen.add(stream);
    const { read } = this;
    if (read.name(stream.dict, 'Subtype') === 'Image') {
      if (read.stream(read.raw(stream.dict, 'SMask'))) this.see(page, 'softMask');
      const inData = read.number(read.raw(stream.dict, 'SMaskInData'));
      if (inData !== null && inData > 0) this.see(page, 'softMask');
      this.colour(read.get(stream.dict, 'ColorSpace'));
      return;
    }
    if (read.name(read.getDict(stream.dict, 'Group'), 'S') === 'Transparency') this.see(page, 'group');
    this.scan(read.getDict(stream.dict, 'Resources'), page, depth + 1);
  }

  private colour(value: PDFObject | undefined, depth = 0): void {
    const { read } = this;
    const space = read.resolve(value);
    const kind = colourOf(read, space);
    const parts = read.array(space);
    if (kind === 'Separation') {
      const name = nameOf(read.resolve(parts[1]));
      if (name && !noSpot.has(name) && this.declared.spots.size < 30) this.declared.spots.add(name);
    } else if (kind === 'DeviceN') {
      for (const part of read.array(parts[1])) {
        const name = nameOf(read.resolve(part));
        if (name && !noSpot.has(name) && this.declared.spots.size < 30) this.declared.spots.add(name);
      }
    } else if ((kind === 'Indexed' || kind === 'Pattern') && depth < 3) this.colour(parts[1], depth + 1);
  }
}
