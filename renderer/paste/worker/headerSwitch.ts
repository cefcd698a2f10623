import type { ModelSnapshot } from '../../../shared/paste/pasteTypes.ts';

export interface Sheet {
  headers: string[];
  snapshot: ModelSnapshot;
}

/** Ids of what was left as it is count rows by position. */
const shifted = (ids: readonly string[], by: number): string[] =>
  ids.flatMap((id) => {
    const colon = id.indexOf(':');
    const position = Number(id.slice(0, colon)) + by;
    return position < 0 ? [] : [`${position}${id.slice(colon)}`];
  });

/**
 * Says that the first row is a header after all, or that the header was a row. Works on the sheet as it is now, so that
 * nothing that was edited is lost and the source need not be here any more.
 */
export function switchHeader({ headers, snapshot }: Sheet, hasHeader: boolean): Sheet {
  const { mapping, columns, rows, included, left } = snapshot;
  const source = columns.filter((column) => !column.added).length;
  const first = rows[0];
  if (hasHeader === mapping.headerRecord > 0 || (hasHeader && first === undefined))
    return { headers, snapshot };
  const next = hasHeader ? (first?.cells ?? []).slice(0, source) : headers.map(() => '');
  const by = hasHeader ? -1 : 1;
  const asRow = columns.map((column, index) => (column.added ? '' : (headers[index] ?? '')));
  return {
    headers: headers.map((_, index) => next[index] ?? ''),
    snapshot: {
      mapping: { ...mapping, headerRecord: hasHeader ? Math.max(1, first?.record ?? 1) : 0 },
      columns: columns.map(({ header, added }, index) => ({
        header: added ? header : (next[index] ?? ''),
        added,
      })),
      rows: hasHeader ? rows.slice(1) : [{ record: mapping.headerRecord, cells: asRow }, ...rows],
      left: shifted(left, by),
      included: included.map((position) => position + by).filter((position) => position >= 0),
    },
  };
}
