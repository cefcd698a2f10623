import { countriesLike, readCountry, readCountryStrictly } from '../../address/countries.ts';
import { postcodeRule, readPostcode } from '../../address/postcodes.ts';
import { hasStateList, stateCode } from '../../address/states.ts';
import type { CellEdit } from '../pasteTypes.ts';
import type { RowCheck } from './context.ts';
import { readCount } from './itemChecks.ts';
import { isMail } from './personChecks.ts';

interface Fit {
  good: number;
  bad: number;
}

/** How well the cells fit their columns: only fields whose form can be told are judged. */
function fit(cells: readonly string[], check: RowCheck): Fit {
  const { at } = check.world.layout;
  const cell = (column: number): string => (column === -1 ? '' : (cells[column] ?? '').trim());
  let good = 0;
  let bad = 0;
  const judge = (right: boolean): void => {
    if (right) good++;
    else bad++;
  };
  const country = cell(at.country);
  const reading = country === '' ? null : readCountry(country);
  const sure = reading !== null && reading.form !== 'misspelt';
  if (country !== '') judge(sure);
  const iso = reading?.iso ?? (country === '' ? 'US' : '');
  const zip = cell(at.zip);
  if (zip !== '')
    judge(
      iso === ''
        ? /^[A-Z\d][A-Z\d -]{2,9}$/iu.test(zip) && /\d/u.test(zip)
        : readPostcode(iso, zip, '') !== null,
    );
  else if (iso !== '' && postcodeRule(iso).required) bad++;
  const state = cell(at.state);
  if (state !== '')
    judge(iso !== '' && (hasStateList(iso) ? stateCode(iso, state) !== null : !/\d/u.test(state)));
  else if (iso === 'US' || iso === 'CA') bad++;
  const mail = cell(at.email);
  if (mail !== '') judge(isMail(mail));
  const count = cell(at.quantity);
  if (count !== '') judge(readCount(count) !== null);
  const city = cell(at.city);
  if (city !== '') judge(!/^\d+$|@|^\d+\w? \p{L}/u.test(city));
  // First and last name in their own columns must both be there.
  for (const column of check.world.layout.names) judge(cell(column) !== '' && !/\d|@/u.test(cell(column)));
  const street = cell(at.addr);
  if (street !== '') judge(!/@/u.test(street));
  else bad++;
  if (/\d/u.test(street)) good++;
  return { good, bad };
}

/**
 * Cells that stand one column too far right (a delimiter in an unquoted cell) or left (a missing cell). Looked for only
 * in rows with several faults; taken when every field fits afterwards. True = found and offered.
 */
export function findShift(check: RowCheck): boolean {
  const cells = check.row.cells;
  const { layout, sourceWidth } = check.world;
  const land = (cells[layout.at.country] ?? '').trim();
  const columns = layout.checked.map((one) => one.column).filter((column) => column < sourceWidth);
  if (columns.length < 4) return false;
  const now = fit(cells, check);
  if (now.bad < 2) return false;
  const first = Math.min(...columns);
  let best: string[] | null = null;
  let bestFit = now;
  let bestLikely = 0;
  const isSlip = !/\d/u.test(land) && readCountryStrictly(land) === null && countriesLike(land).length > 0;
  const consider = (candidate: string[], likely: number): void => {
    // Nearly a country in the country's column: a slip of the pen, and where it belongs.
    if (isSlip && (candidate[layout.at.country] ?? '').trim() !== land) return;
    // What is written for a country may be unknown; it is not moved where nobody reads it.
    if (/^\p{L}+$/u.test(land) && !columns.some((column) => (candidate[column] ?? '').includes(land))) return;
    const result = fit(candidate, check);
    if (result.bad > 1 || result.bad >= now.bad - 1 || result.good < now.good) return;
    const better = result.bad < bestFit.bad || (result.bad === bestFit.bad && result.good > bestFit.good);
    const tie = result.bad === bestFit.bad && result.good === bestFit.good && best !== null;
    if (better || (tie && likely > bestLikely)) {
      best = candidate;
      bestFit = result;
      bestLikely = likely;
    }
  };
  /** A blank after the delimiter was written by a person; most such delimiters stand in a street, or in `Lee, Ann`. */
  const likeliness = (at: number): number =>
    (/^\s/u.test(cells[at + 1] ?? '') ? 4 : 0) +
    (layout.names.length === 1 && at === layout.names[0] && !(cells[at] ?? '').trim().includes(' ') ? 2 : 0) +
    (layout.streets.includes(at) ? 1 : 0);
  /** A cell that is missing was one that may be blank. */
  const mayBeBlank = (at: number): number => (at === layout.at.company || at === layout.at.addr2 ? 1 : 0);
  const joint = ', ';
  const last = Math.max(cells.length, sourceWidth) - 1;
  for (let k = first; k < last; k++) {
    const merged = [cells[k] ?? '', cells[k + 1] ?? '']
      .map((c) => c.trim())
      .filter((c) => c !== '')
      .join(joint);
    consider([...cells.slice(0, k), merged, ...cells.slice(k + 2), ''], likeliness(k));
  }
  if ((cells[sourceWidth - 1] ?? '').trim() === '' || cells.length < sourceWidth)
    for (let k = first; k < last; k++)
      consider(
        [...cells.slice(0, k), '', ...cells.slice(k)].slice(0, Math.max(cells.length, sourceWidth)),
        mayBeBlank(k),
      );
  if (best === null) return false;
  const mended: string[] = best;
  check.clear();
  const edits: CellEdit[] = [];
  for (let c = 0; c < Math.max(cells.length, mended.length); c++)
    if ((cells[c] ?? '') !== (mended[c] ?? '') && (c < sourceWidth || c < cells.length))
      edits.push(check.edit(c, mended[c] ?? ''));
  const shown = layout.checked.find((one) => edits.some((edit) => edit.column === one.column));
  if (shown === undefined) return false;
  check.offer(shown.column, shown.field, 'shifted', edits, false, {});
  return true;
}
