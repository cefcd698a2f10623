import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measured ratio. */
export interface Figure {
  bench: string;
  what: string;
  value: number;
  unit: string;
  /** What it must keep to. */
  bar: { atMost: number } | { atLeast: number } | { exactly: number };
}

/** Does a figure keep to its bar? */
export function keeps({ value, bar }: Figure): boolean {
  if ('atMost' in bar) return value <= bar.atMost;
  return 'atLeast' in bar ? value >= bar.atLeast : value === bar.exactly;
}

const barWords = (bar: Figure['bar']): string =>
  'atMost' in bar
    ? `at most ${bar.atMost}`
    : 'atLeast' in bar
      ? `at least ${bar.atLeast}`
      : `exactly ${bar.exactly}`;

/** Prints a figure and keeps it in out/bench.jsonl, with the machine it was measured on. */
export function tell(figure: Figure): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const value = Math.round(figure.value * 1000) / 1000;
  process.stdout.write(
    `${keeps(figure) ? 'ok  ' : 'MISS'} ${figure.bench}: ${figure.what}: ${value} ${figure.unit} (${barWords(figure.bar)})\n`,
  );
  mkdirSync('out', { recursive: true });
  appendFileSync(
    join('out', 'bench.jsonl'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, ...figure, value, kept: keeps(figure) })}\n`,
  );
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
