/** Reads a content stream operator by operator, without building objects that are not needed. */

export type Operand = number | string | Uint8Array | Operand[] | null;
/** Names carry their slash, so that they differ from strings (which are bytes). */

export type InlineImage = { width: number; height: number; stencil: boolean; colour: string; filter: string };

const white = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) white[c] = 1;
const delimiter = new Uint8Array(256);
for (const c of '()<>[]{}/%') delimiter[c.charCodeAt(0)] = 1;

const hexValue = (c: number): number =>
  c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 70 ? c - 55 : c >= 97 && c <= 102 ? c - 87 : -1;

/** More operands than this are a mistake in the stream; the oldest are dropped. */
const mostOperands = 512;

/** Operators and operands of a content stream, one after the other. What is damaged is passed over. */
export class Tokens {
  readonly bytes: Uint8Array;
  at = 0;
  operands: Operand[] = [];
  image: InlineImage | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next operator with its operands in `operands`; null at the end. */
  next(): string | null {
    this.operands = [];
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) return null;
      const c = this.bytes[this.at] ?? 0;
      if (c === 47 || c === 40 || c === 60 || c === 91 || c === 62 || c === 93 || isNumberStart(c)) {
        const value = this.value(0);
        if (value !== undefined) this.operands.push(value);
        if (this.operands.length > mostOperands) this.operands.shift();
        continue;
      }
      if (delimiter[c]) {
        this.at++;
        continue;
      }
      const word = this.word();
      if (word === 'true' || word === 'false' || word === 'null') {
        this.operands.push(null);
        continue;
      }
      if (word === 'BI') {
        this.inlineImage();
        return 'BI';
      }
      return word;
    }
  }

  private skip(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const c = bytes[this.at] ?? 0;
      if (white[c]) this.at++;
      else if (c === 37)
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else return;
    }
  }

  private word(): string {
    const { bytes } = this;
    const start = this.at;
    while (this.at < bytes.length && !white[bytes[this.at] ?? 0] && !delimiter[bytes[this.at] ?? 0])
      this.at++;
    let out = '';
    for (let i = start; i < this.at && i < start + 64; i++) out += String.fromCharCode(bytes[i] ?? 0);
    return out;
  }

  private value(depth: number): Operand | undefined {
    const c = this.bytes[this.at] ?? 0;
    if (c === 47) {
      this.at++;
      return `/${unescapeName(this.word())}`;
    }
    if (c === 40) return this.literal();
    if (c === 60) {
      if (this.bytes[this.at + 1] === 60) {
        this.at += 2;
        return this.collect(depth, 62);
      }
      return this.hex();
    }
    if (c === 91) {
      this.at++;
      return this.collect(depth, 93);
    }
    if (c === 62 || c === 93) {
      this.at++;
      return undefined;
    }
    return this.number();
  }

  private collect(depth: number, close: number): Operand[] {
    const list: Operand[] = [];
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length || depth > 20) return list;
      const c = this.bytes[this.at] ?? 0;
      if (c === close) {
        this.at += close === 62 && this.bytes[this.at + 1] === 62 ? 2 : 1;
        return list;
      }
      if (c === 47 || c === 40 || c === 60 || c === 91 || isNumberStart(c)) {
        const value = this.value(depth + 1);
        if (value !== undefined) list.push(value);
      } else if (delimiter[c]) this.at++;
      else {
        this.word();
        list.push(null);
      }
    }
  }

  private number(): number {
    const { bytes } = this;
    let sign = 1;
    let value = 0;
    let scale = 0;
    const start = this.at;
    for (; this.at < bytes.length; this.at++) {
      const c = bytes[this.at] ?? 0;
      if (c >= 48 && c <= 57) {
        if (scale === 0) value = value * 10 + (c - 48);
        else {
          value += (c - 48) * scale;
          scale /= 10;
        }
      } else if (c === 46) scale = 0.1;
      else if (c === 45) sign = this.at === start ? -1 : sign;
      else if (c !== 43) break;
    }
    if (this.at === start) this.at++;
    return sign * value;
  }

  private literal(): Uint8Array {
    const { bytes } = this;
    const out: number[] = [];
    let depth = 1;
    for (this.at++; this.at < bytes.length; this.at++) {
      const c = bytes[this.at] ?? 0;
      if (c === 92) {
        const e = bytes[++this.at] ?? 0;
        if (e >= 48 && e <= 55) {
          let code = 0;
          let i = 0;
          for (; i < 3; i++) {
            const d = bytes[this.at + i] ?? 0;
            if (d < 48 || d > 55) break;
            code = code * 8 + (d - 48);
          }
          this.at += i - 1;
          out.push(code & 255);
        } else if (e === 13) {
          if (bytes[this.at + 1] === 10) this.at++;
        } else if (e !== 10) out.push(escapes[e] ?? e);
        continue;
      }
      if (c === 40) depth++;
      else if (c === 41 && --depth === 0) {
        this.at++;
        break;
      }
      out.push(c);
    }
    return Uint8Array.from(out);
  }

  private hex(): Uint8Array {
    const { bytes } = this;
    this.at++;
    let end = bytes.indexOf(62, this.at);
    if (end < 0) end = bytes.length;
    const out = new Uint8Array((end - this.at + 1) >> 1);
    let size = 0;
    let high = -1;
    for (; this.at < end; this.at++) {
      const v = hexValue(bytes[this.at] ?? 0);
      if (v < 0) continue;
      if (high < 0) high = v;
      else {
        out[size++] = high * 16 + v;
        high = -1;
      }
    }
    this.at = end + 1;
    if (high >= 0) out[size++] = high * 16;
    return out.subarray(0, size);
  }

  /** BI … ID … EI: reads the keys and steps over the data. */
  private inlineImage(): void {
    const keys: Record<string, Operand> = {};
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) break;
      if (this.bytes[this.at] === 47) {
        const key = this.value(0);
        this.skip();
        const c = this.bytes[this.at] ?? 0;
        const value =
          c === 47 || c === 40 || c === 60 || c === 91 || isNumberStart(c) ? this.value(0) : this.word();
        if (typeof key === 'string') keys[key] = value ?? null;
      } else if (this.word() === 'ID' || this.at >= this.bytes.length) break;
      else this.at += delimiter[this.bytes[this.at] ?? 0] ? 1 : 0;
    }
    const { bytes } = this;
    for (let i = this.at + 1; i < bytes.length - 1; i++) {
      if (
        bytes[i] === 69 &&
        bytes[i + 1] === 73 &&
        white[bytes[i - 1] ?? 0] &&
        (i + 2 >= bytes.length || white[bytes[i + 2] ?? 0])
      ) {
        if (!readsOn(bytes, i + 2)) continue;
        this.at = i + 2;
        break;
      }
      if (i === bytes.length - 2) this.at = bytes.length;
    }
    const size = (a: string, b: string): number => Number(keys[a] ?? keys[b] ?? 0) || 0;
    const named = (a: string, b: string): string => {
      const value = keys[a] ?? keys[b];
      const one = Array.isArray(value) ? value[0] : value;
      return typeof one === 'string' ? one.slice(1) : '';
    };
    this.image = {
      width: size('/W', '/Width'),
      height: size('/H', '/Height'),
      stencil: (keys['/IM'] ?? keys['/ImageMask']) === 'true',
      colour: named('/CS', '/ColorSpace'),
      filter: named('/F', '/Filter'),
    };
  }
}

const escapes: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

function isNumberStart(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 45 || c === 43 || c === 46;
}

/** After a true EI come readable operators, not picture data. */
function readsOn(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < Math.min(bytes.length, from + 12); i++) {
    const c = bytes[i] ?? 0;
    if (c > 126 || (c < 32 && !white[c])) return false;
  }
  return true;
}

function unescapeName(name: string): string {
  return name.includes('#')
    ? name.replace(/#([0-9a-f]{2})/gi, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16)))
    : name;
}
