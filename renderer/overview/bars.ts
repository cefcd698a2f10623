import type { Output } from '../../shared/contract/contract.ts';
import { markOf, type Mark } from '../ui/StatusMark.tsx';

type PerDay = Output<'history.overview'>['perDay'];

/** From the bottom of a bar to its top; `cancelled` is in none: nothing was sent. */
export const layers = [
  'delivered',
  'shipped',
  'made',
  'waiting',
  'needs',
  'refused',
  'unknown',
  'test',
] as const satisfies readonly Mark[];
export type Layer = (typeof layers)[number];

export interface Bar {
  /** First day of the bar, yyyy-mm-dd, local. */
  day: string;
  counts: Record<Layer, number>;
  total: number;
}

const layerOf = (status: PerDay[number]['status']): Layer | null => {
  if (status === 'cancelled') return null;
  const mark = markOf[status];
  return mark === 'sending' ? 'waiting' : mark;
};

/** yyyy-mm-dd of a local day. */
const dayName = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** The local day of yyyy-mm-dd. */
export function dayOf(name: string): Date {
  const [year = 0, month = 1, day = 1] = name.split('-').map(Number);
  return new Date(year, month - 1, day);
}

/** One bar per day of the last `days`, or per week (beginning on Monday), empty ones included; oldest first. */
export function barsOf(perDay: PerDay, by: 'day' | 'week', days: number, today: Date): Bar[] {
  const bars = new Map<string, Bar>();
  const keyOf = (date: Date): string => {
    if (by === 'day') return dayName(date);
    const back = (date.getDay() + 6) % 7;
    return dayName(new Date(date.getFullYear(), date.getMonth(), date.getDate() - back));
  };
  for (let back = days - 1; back >= 0; back--) {
    const key = keyOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - back));
    const counts = Object.fromEntries(layers.map((layer) => [layer, 0])) as Bar['counts'];
    if (!bars.has(key)) bars.set(key, { day: key, counts, total: 0 });
  }
  for (const { day, status, count } of perDay) {
    const layer = layerOf(status);
    const bar = bars.get(keyOf(dayOf(day)));
    if (layer === null || bar === undefined) continue;
    bar.counts[layer] += count;
    bar.total += count;
  }
  return [...bars.values()];
}

/** Px left of the bars for the words of their scale, set in 11 px: no digit of ours is wider than 7. */
export const roomFor = (words: readonly string[]): number =>
  Math.max(34, 8 + 7 * Math.max(...words.map(({ length }) => length)));
