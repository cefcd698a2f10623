/** Texts joined to one at a time. */
const chunk = 4096;

interface Chunk {
  text: string;
  /** End of each text in it. */
  ends: Uint32Array;
}

/**
 * A list of many short texts that is nearly free for the collector of garbage: it looks at a few long texts instead of
 * millions. With a million past orders in single strings every collection took 100 ms from whatever was under way.
 */
export class TextList {
  private readonly chunks: Chunk[] = [];
  private last: string[] = [];

  get length(): number {
    return this.chunks.length * chunk + this.last.length;
  }

  push(text: string): void {
    this.last.push(text);
    if (this.last.length < chunk) return;
    const ends = new Uint32Array(chunk);
    let end = 0;
    for (let index = 0; index < chunk; index++) ends[index] = end += this.last[index]?.length ?? 0;
    this.chunks.push({ text: this.last.join(''), ends });
    this.last = [];
  }

  /** The text at this place, from 0; '' = there is none. */
  at(index: number): string {
    const one = this.chunks[Math.floor(index / chunk)];
    const place = index % chunk;
    if (one === undefined) return this.last[index - this.chunks.length * chunk] ?? '';
    return one.text.slice(place === 0 ? 0 : one.ends[place - 1], one.ends[place]);
  }
}
