import type { Output } from '../../shared/contract/contract.ts';
import type { Overview } from '../db/queries/overview.ts';

type Row = Output<'history.overview'>['daysToShip'][number];

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Median and the middle half of the days from order to shipment, per product, method and country; largest groups first. */
export function daysToShip(shipments: Overview['shipments'], mostPerGroup = 8): Row[] {
  const groups = {
    product: (row: Overview['shipments'][number]) => row.productTitle,
    method: (row: Overview['shipments'][number]) => row.method,
    country: (row: Overview['shipments'][number]) => row.country,
  };
  return Object.entries(groups).flatMap(([group, keyOf]) => {
    const days = new Map<string, number[]>();
    for (const row of shipments) days.set(keyOf(row), [...(days.get(keyOf(row)) ?? []), row.days]);
    return [...days]
      .map(([key, list]) => ({ key, sorted: list.toSorted((a, b) => a - b) }))
      .toSorted((a, b) => b.sorted.length - a.sorted.length)
      .slice(0, mostPerGroup)
      .map(({ key, sorted }) => ({
        group,
        key,
        count: sorted.length,
        median: at(sorted, 0.5),
        low: at(sorted, 0.25),
        high: at(sorted, 0.75),
      }));
  });
}
