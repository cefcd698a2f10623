/**
 * Numbers the different texts of a column, from 0: what is found out about a text once holds for all cells with it.
 * Works on places in a longer text, so that no string is made for a text that is known.
 */
export class Distinct {
  readonly texts: string[] = [];
  private slots = new Int32Array(256);
  private readonly hashes: number[] = [];
  private readonly most: number;

  /** `most`: texts beyond so many get no number. */
  constructor(most = 20_000) {
    this.most = most;
  }

  /** Number of the text between two places; -1 = there are too many. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number === -1) return this.learn(text.slice(start, end), hash, slot);
      if (this.hashes[number] === hash && isAt(this.texts[number] ?? '', text, start, end)) return number;
    }
  }

  private learn(text: string, hash: number, slot: number): number {
    const number = this.texts.length;
    if (number >= this.most) return -1;
    this.texts.push(text);
    this.hashes.push(hash);
    this.slots[slot] = number + 1;
    if (number * 2 > this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    this.hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    });
  }
}

function isAt(known: string, text: string, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
