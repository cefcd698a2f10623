import * as tables from './jpegTables.ts';

/** A baseline JPEG encoder (ITU T.81): grey, or colour with halved colour resolution. */

type Codes = { code: Uint16Array; length: Uint8Array };

function huffman(counts: readonly number[], values: readonly number[]): Codes {
  const code = new Uint16Array(256);
  const length = new Uint8Array(256);
  let next = 0;
  let k = 0;
  counts.forEach((count, i) => {
    for (let n = 0; n < count; n++) {
      const value = values[k++] ?? 0;
      code[value] = next++;
      length[value] = i + 1;
    }
    next <<= 1;
  });
  return { code, length };
}

const dcLuma = huffman(tables.dcLumaCounts, tables.dcValues);
const dcChroma = huffman(tables.dcChromaCounts, tables.dcValues);
const acLuma = huffman(tables.acLumaCounts, tables.acLumaValues);
const acChroma = huffman(tables.acChromaCounts, tables.acChromaValues);

const cosines = new Float64Array(64);
for (let u = 0; u < 8; u++) {
  for (let x = 0; x < 8; x++) {
    cosines[u * 8 + x] = (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
  }
}

/** Quality 1–100 as everyone counts it. */
function quantizers(base: Uint8Array, quality: number): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  return base.map((b) => Math.min(255, Math.max(1, Math.floor((b * scale + 50) / 100))));
}

class Writer {
  private bytes = new Uint8Array(1 << 16);
  private size = 0;
  private bits = 0;
  private held = 0;
  byte(b: number): void {
    if (this.size === this.bytes.length) {
      const more = new Uint8Array(this.bytes.length * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[this.size++] = b;
  }
  word(w: number): void {
    this.byte(w >> 8);
    this.byte(w & 255);
  }
  put(value: number, length: number): void {
    this.bits = (this.bits << length) | (value & ((1 << length) - 1));
    this.held += length;
    while (this.held >= 8) {
      const b = (this.bits >> (this.held - 8)) & 255;
      this.byte(b);
      if (b === 255) this.byte(0);
      this.held -= 8;
    }
    this.bits &= (1 << this.held) - 1;
  }
  done(): Uint8Array {
    if (this.held > 0) this.put(0x7f, 8 - this.held);
    this.word(0xffd9);
    return this.bytes.slice(0, this.size);
  }
}

const block = new Float64Array(64);
const half = new Float64Array(64);
const quantized = new Int32Array(64);

function transformBlock(quantizer: Uint8Array): void {
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += (block[y * 8 + x] ?? 0) * (cosines[u * 8 + x] ?? 0);
      half[y * 8 + u] = sum;
    }
  }
  for (let u = 0; u < 8; u++) {
    for (let v = 0; v < 8; v++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += (half[y * 8 + u] ?? 0) * (cosines[v * 8 + y] ?? 0);
      quantized[v * 8 + u] = Math.round(sum / (quantizer[v * 8 + u] ?? 1));
    }
  }
}

const sizeOf = (v: number): number => 32 - Math.clz32(Math.abs(v));

/** Writes the transformed block; returns its DC value. */
function encodeBlock(out: Writer, before: number, dc: Codes, ac: Codes): number {
  const level = quantized[0] ?? 0;
  const put = (value: number, codes: Codes, symbol: number, size: number): void => {
    out.put(codes.code[symbol] ?? 0, codes.length[symbol] ?? 0);
    if (size > 0) out.put(value < 0 ? value - 1 : value, size);
  };
  const step = level - before;
  put(step, dc, sizeOf(step), sizeOf(step));
  let zeros = 0;
  for (let i = 1; i < 64; i++) {
    const value = quantized[tables.zigzag[i] ?? 0] ?? 0;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) put(0, ac, 0xf0, 0);
    put(value, ac, zeros * 16 + sizeOf(value), sizeOf(value));
    zeros = 0;
  }
  if (zeros > 0) put(0, ac, 0, 0);
  return level;
}

/** A picture as one plane per part, 0–255. Chroma planes have half the width and height. */
type Plane = { data: Float32Array; width: number; height: number };

function loadBlock(plane: Plane, left: number, top: number): void {
  for (let y = 0; y < 8; y++) {
    const row = Math.min(top + y, plane.height - 1) * plane.width;
    for (let x = 0; x < 8; x++) {
      block[y * 8 + x] = (plane.data[row + Math.min(left + x, plane.width - 1)] ?? 0) - 128;
    }
  }
}

/** BGRA pixels → brightness and two halved colour planes. */
function planesOf(bgra: Uint8Array, width: number, height: number, stride: number, grey: boolean): Plane[] {
  const luma: Plane = { data: new Float32Array(width * height), width, height };
  const cw = (width + 1) >> 1;
  const ch = (height + 1) >> 1;
  const blue: Plane = { data: new Float32Array(grey ? 0 : cw * ch), width: cw, height: ch };
  const red: Plane = { data: new Float32Array(grey ? 0 : cw * ch), width: cw, height: ch };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * stride + x * 4;
      const b = bgra[i] ?? 0;
      const g = bgra[i + 1] ?? 0;
      const r = bgra[i + 2] ?? 0;
      luma.data[y * width + x] = 0.299 * r + 0.587 * g + 0.114 * b;
      if (grey) continue;
      const at = (y >> 1) * cw + (x >> 1);
      // Each of up to four pixels adds its share; edge pixels of odd sizes count more.
      const share = 1 / ((x === width - 1 && width % 2 ? 1 : 2) * (y === height - 1 && height % 2 ? 1 : 2));
      blue.data[at] = (blue.data[at] ?? 0) + share * (128 - 0.168736 * r - 0.331264 * g + 0.5 * b);
      red.data[at] = (red.data[at] ?? 0) + share * (128 + 0.5 * r - 0.418688 * g - 0.081312 * b);
    }
  }
  return grey ? [luma] : [luma, blue, red];
}

function writeTable(out: Writer, id: number, counts: readonly number[], values: readonly number[]): void {
  out.word(0xffc4);
  out.word(19 + values.length);
  out.byte(id);
  for (const c of counts) out.byte(c);
  for (const v of values) out.byte(v);
}

function writeHeaders(
  out: Writer,
  width: number,
  height: number,
  grey: boolean,
  luma: Uint8Array,
  chroma: Uint8Array,
): void {
  out.word(0xffd8);
  for (const [id, q] of [luma, chroma].entries()) {
    if (grey && id === 1) break;
    out.word(0xffdb);
    out.word(67);
    out.byte(id);
    for (const z of tables.zigzag) out.byte(q[z] ?? 1);
  }
  const parts = grey ? 1 : 3;
  out.word(0xffc0);
  out.word(8 + 3 * parts);
  out.byte(8);
  out.word(height);
  out.word(width);
  out.byte(parts);
  for (let p = 0; p < parts; p++) {
    out.byte(p + 1);
    out.byte(p === 0 && !grey ? 0x22 : 0x11);
    out.byte(p === 0 ? 0 : 1);
  }
  writeTable(out, 0x00, tables.dcLumaCounts, tables.dcValues);
  writeTable(out, 0x10, tables.acLumaCounts, tables.acLumaValues);
  if (!grey) {
    writeTable(out, 0x01, tables.dcChromaCounts, tables.dcValues);
    writeTable(out, 0x11, tables.acChromaCounts, tables.acChromaValues);
  }
  out.word(0xffda);
  out.word(6 + 2 * parts);
  out.byte(parts);
  for (let p = 0; p < parts; p++) {
    out.byte(p + 1);
    out.byte(p === 0 ? 0x00 : 0x11);
  }
  out.byte(0);
  out.byte(63);
  out.byte(0);
}

/** Encodes BGRA pixels. @param stride bytes a row @param quality 1 to 100 */
export function encodeJpeg(
  bgra: Uint8Array,
  size: { width: number; height: number; stride: number },
  quality: number,
  grey: boolean,
): Uint8Array {
  const { width, height } = size;
  const luma = quantizers(tables.lumaBase, quality);
  const chroma = quantizers(tables.chromaBase, quality);
  const [y, cb, cr] = planesOf(bgra, width, height, size.stride, grey);
  const out = new Writer();
  writeHeaders(out, width, height, grey, luma, chroma);
  const last = [0, 0, 0];
  const one = (plane: Plane | undefined, part: number, left: number, top: number): void => {
    if (!plane) return;
    loadBlock(plane, left, top);
    transformBlock(part === 0 ? luma : chroma);
    last[part] = encodeBlock(
      out,
      last[part] ?? 0,
      part === 0 ? dcLuma : dcChroma,
      part === 0 ? acLuma : acChroma,
    );
  };
  const unit = grey ? 8 : 16;
  for (let top = 0; top < height; top += unit) {
    for (let left = 0; left < width; left += unit) {
      one(y, 0, left, top);
      if (grey) continue;
      one(y, 0, left + 8, top);
      one(y, 0, left, top + 8);
      one(y, 0, left + 8, top + 8);
      one(cb, 1, left >> 1, top >> 1);
      one(cr, 2, left >> 1, top >> 1);
    }
  }
  return out.done();
}
