import { Distinct } from './distinct.ts';

/** What is found out about the texts of a column: once for all cells with the same text. */
export class Judged<T> {
  private readonly texts = new Distinct();
  /** By number of the text. */
  private readonly found: T[] = [];
  private readonly judge: (text: string) => T;

  constructor(judge: (text: string) => T) {
    this.judge = judge;
  }

  /** About the text between two places. */
  of(text: string, from: number, to: number): T {
    const number = this.texts.numberOf(text, from, to);
    if (number === -1) return this.judge(text.slice(from, to));
    return (this.found[number] ??= this.judge(text.slice(from, to)));
  }
}
