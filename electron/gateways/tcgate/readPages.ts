import type { z } from 'zod';
import { readList } from './answers.ts';
import { parseJson } from './call.ts';
import { queryString, type Query } from './odata.ts';
import { mapDone, type Outcome } from './outcome.ts';
import type { TokenCalls } from './tokenCalls.ts';

/** A page of a list holds this many; the service's own default. */
const pageSize = 100;
/** A list that never ends is cut here. */
const mostPages = 200;

/** What was read of a list. */
export interface Rows<T> {
  rows: T[];
  /** False when rows could not be read or the list had no end: then what is missing may yet be there. */
  whole: boolean;
}

/**
 * A list, page by page until a short one (OData $top and $skip); without a query it comes as one. A row that comes twice,
 * because the list moved meanwhile, counts once.
 */
export async function readPages<T extends { number: string }>(
  calls: Pick<TokenCalls, 'get'>,
  path: string,
  query: Query | null,
  row: z.ZodType<T>,
  signal: AbortSignal,
): Promise<Outcome<Rows<T>>> {
  const rows = new Map<string, T>();
  let whole = true;
  let ended = false;
  for (let page = 0; page < mostPages && !ended; page++) {
    const string = query ? queryString({ ...query, top: pageSize, skip: page * pageSize }) : '';
    const answer = await calls.get(`${path}${string}`, signal);
    if (answer.kind !== 'done') return answer;
    const read = readList<T>(parseJson(answer.value.text), row);
    if (!read) return { kind: 'unknown', cause: 'unreadable-answer', detail: 'no list in the answer' };
    for (const item of read.rows) rows.set(item.number, item);
    whole &&= read.rows.length === read.sent;
    ended = !query || read.sent < pageSize;
  }
  return { kind: 'done', value: { rows: [...rows.values()], whole: whole && ended }, raw: '' };
}

/**
 * `contains` may be answered with too much; only a reference that really holds the token counts. "Not there" is said
 * only of a list that was read to its end: it allows sending again.
 */
export function firstWith<T extends { clientReference: string }>(
  token: string,
  list: Outcome<Rows<T>>,
): Outcome<T | null> {
  return mapDone(list, ({ rows, whole }, raw) => {
    const found = rows.find((row) => row.clientReference.includes(token)) ?? null;
    if (found === null && !whole)
      return { kind: 'unknown', cause: 'unreadable-answer', detail: 'the list was not read to its end' };
    return { kind: 'done', value: found, raw };
  });
}
