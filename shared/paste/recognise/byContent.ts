import type { ColumnRole, PasteField } from '../fields.ts';
import type { ColumnLook } from './content.ts';

interface Guess {
  role: PasteField;
  /** 0 = certainly not this column. */
  score: (
    look: ColumnLook,
    index: number,
    productIds: ReadonlySet<string>,
    cells: readonly string[],
  ) => number;
}

/** How much of the column is filled, as far as it was looked at. */
const fill = (look: ColumnLook, cells: readonly string[]): number =>
  look.filled / Math.max(1, Math.min(100, cells.length));

const varied = (look: ColumnLook): number => (look.filled === 0 ? 0 : look.distinct / look.filled);

/** `K-10001`, `K-10002`: letters that all cells begin with belong to an order number, not to a postcode. */
function hasOnePrefix(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const prefix = /^#?[A-Za-z]{1,6}[-_/]?(?=\d)/u.exec(filled[0] ?? '')?.[0] ?? '';
  return (
    prefix !== '' &&
    !prefix.startsWith('LV-') &&
    filled.filter((cell) => cell.startsWith(prefix)).length > filled.length * 0.9
  );
}

/** Most rows have it; few have a company or a second line. */
const isUsual = (look: ColumnLook, cells: readonly string[]): boolean => fill(look, cells) > 0.5;

/** Numbers as close as those of orders, in whatever order they stand, and hardly one twice: postcodes come again. */
function isRunning(cells: readonly string[]): boolean {
  const numbers = new Set<number>();
  let filled = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (!/^[1-9]\d{2,9}$/u.test(text)) return false;
    numbers.add(Number(text));
    filled++;
  }
  return (
    numbers.size > Math.max(4, filled * 0.6) && Math.max(...numbers) - Math.min(...numbers) < numbers.size * 3
  );
}

/** In the order in which columns are given away: the surest first. */
const guesses: Guess[] = [
  { role: 'email', score: (look) => (look.share('email') > 0.5 ? 10 : 0) },
  {
    role: 'sku',
    score: (look, _index, ids, cells) =>
      ids.size > 0 &&
      look.filled > 0 &&
      cells.filter((cell) => ids.has(cell.trim())).length > look.filled * 0.5
        ? 9
        : 0,
  },
  {
    role: 'country',
    score: (look, _index, _ids, cells) =>
      // NL, ME and PR are provinces and states as well: countries by their names come before such codes.
      look.share('country') > 0.8 && look.share('state') < look.share('country')
        ? 8 + fill(look, cells) - look.share('state')
        : 0,
  },
  // Codes before names: towns are called New York and Washington.
  { role: 'state', score: (look) => (look.share('state') > 0.6 ? (look.length < 4 ? 8 : 7) : 0) },
  {
    role: 'country',
    score: (look) => (look.share('country') > 0.8 && look.distinct <= Math.max(1, look.filled * 0.6) ? 6 : 0),
  },
  { role: 'method', score: (look) => (look.share('method') > 0.7 ? 6 : 0) },
  { role: 'price', score: (look) => (look.share('price') > 0.8 ? 5 : 0) },
  {
    role: 'addr',
    score: (look, _index, _ids, cells) =>
      // Titles have numbers too (`Vol. 2`), but not all of them.
      look.share('addr') > 0.5 &&
      isUsual(look, cells) &&
      look.share('date') < 0.3 &&
      look.share('zipLike') < 0.5
        ? 4 + look.share('addr') + varied(look) + look.length / 100
        : 0,
  },
  {
    role: 'quantity',
    score: (look) =>
      look.share('quantity') > 0.9 && varied(look) < 0.7 && look.length < 2.2 ? 5 - look.length / 10 : 0,
  },
  {
    role: 'zip',
    score: (look, index, _ids, cells) =>
      look.share('zipLike') > 0.7 && look.share('date') < 0.3 && !hasOnePrefix(cells) && !isRunning(cells)
        ? 4 + varied(look) + index / 1000 + Math.min(look.length, 5) / 5
        : 0,
  },
  {
    role: 'name',
    score: (look, index, _ids, cells) =>
      look.share('name') > 0.6 &&
      isUsual(look, cells) &&
      look.share('country') < 0.5 &&
      (look.filled < 10 || varied(look) > 0.3)
        ? 4 + varied(look) - index / 50
        : 0,
  },
  {
    role: 'invoice',
    score: (look, index) =>
      look.share('invoice') > 0.6 && varied(look) > 0.4 ? 4 + varied(look) - index / 20 : 0,
  },
  {
    role: 'city',
    score: (look, _index, _ids, cells) =>
      // Three letters in every row are a currency.
      look.share('city') > 0.7 && look.share('status') < 0.5 && look.length > 3 && look.length < 25
        ? (look.filled > 3 && look.distinct === 1 ? 1 : 3) + look.share('city') + 2 * fill(look, cells)
        : 0,
  },
  { role: 'quantity', score: (look) => (look.share('quantity') > 0.9 ? 2 : 0) },
  {
    role: 'sku',
    score: (look) =>
      look.share('sku') > 0.6 && look.share('date') < 0.3 && look.share('phone') < 0.3 ? 3 - varied(look) : 0,
  },
  {
    role: 'title',
    score: (look, _index, _ids, cells) =>
      look.filled > 0 &&
      look.length > 8 &&
      varied(look) < 0.5 &&
      look.share('date') < 0.3 &&
      look.share('status') < 0.5
        ? 2 + fill(look, cells)
        : 0,
  },
];

/**
 * Fills roles by what the cells look like: all of them when there is no header, only `wanted` ones otherwise.
 * Never touches a column that has a role already.
 */
export function assignByContent(
  roles: ColumnRole[],
  columns: readonly (readonly string[])[],
  looks: readonly ColumnLook[],
  wanted: ReadonlySet<PasteField>,
  productIds: ReadonlySet<string>,
): void {
  for (const guess of guesses) {
    if (guess.role === 'city' && wanted.has('name') && wanted.has('city')) splitWords(roles, looks);
    if (guess.role === 'title' && wanted.has('company')) findRarelyFilled(roles, columns, looks);
    if (!wanted.has(guess.role) || roles.includes(guess.role)) continue;
    let best = -1;
    let bestScore = 0;
    roles.forEach((role, index) => {
      const look = looks[index];
      if (role !== 'none' || look === undefined) return;
      const score = guess.score(look, index, productIds, columns[index] ?? []);
      if (score > bestScore) {
        bestScore = score;
        best = index;
      }
    });
    if (best !== -1) roles[best] = guess.role;
    if (guess.role === 'city' && wanted.has('state')) findProvinces(roles, columns, looks);
  }
}

/** What few addresses have stands beside what all have: a second line right of the street, a company between name and street. */
function findRarelyFilled(
  roles: ColumnRole[],
  columns: readonly (readonly string[])[],
  looks: readonly ColumnLook[],
): void {
  const isText = (c: number): boolean => {
    const look = looks[c];
    return (
      roles[c] === 'none' &&
      look !== undefined &&
      look.filled > 0 &&
      (['date', 'phone', 'salutation', 'zipLike'] as const).every((kind) => look.share(kind) < 0.3) &&
      (['status', 'method', 'price', 'quantity'] as const).every((kind) => look.share(kind) < 0.5)
    );
  };
  const isRare = (c: number): boolean => {
    const look = looks[c];
    return isText(c) && look !== undefined && fill(look, columns[c] ?? []) < 0.7;
  };
  const street = roles.indexOf('addr');
  if (street !== -1 && isRare(street + 1)) roles[street + 1] = 'addr2';
  if (roles.includes('company')) return;
  const name = Math.max(roles.indexOf('name'), roles.indexOf('lastName'));
  const between = name !== -1 && street === name + 2 && isText(name + 1) ? name + 1 : -1;
  const company = between === -1 ? [name + 1, street - 1].find((c) => c > 0 && isRare(c)) : between;
  if (company !== undefined) roles[company] = 'company';
}

/** Words between town and postcode, or near them where many rows have none: provinces of some countries. */
function findProvinces(
  roles: ColumnRole[],
  columns: readonly (readonly string[])[],
  looks: readonly ColumnLook[],
): void {
  const [city, zip] = [roles.indexOf('city'), roles.indexOf('zip')];
  if (roles.includes('state') || city === -1 || zip === -1) return;
  const column = looks.findIndex(
    (look, c) =>
      roles[c] === 'none' &&
      c > city &&
      Math.abs(c - zip) <= 2 &&
      (fill(look, columns[c] ?? []) < 0.9 || (c === city + 1 && c === zip - 1)) &&
      look.share('city') > 0.7 &&
      look.share('status') < 0.3,
  );
  if (column !== -1) roles[column] = 'state';
}

/**
 * Without a column of full names: of the columns with words the one nearest to the postcode is the town, and two
 * neighbours among the others are first and last name.
 */
function splitWords(roles: ColumnRole[], looks: readonly ColumnLook[]): void {
  const zip = roles.indexOf('zip');
  if (zip === -1) return;
  const free = roles.flatMap((role, c) => {
    const look = looks[c];
    const words =
      role === 'none' &&
      look !== undefined &&
      look.share('city') > 0.6 &&
      look.share('status') < 0.5 &&
      look.share('state') < 0.25;
    return words && look.length < 25 && (look.filled < 10 || varied(look) > 0.04) ? [c] : [];
  });
  if (!roles.includes('name')) {
    // A second street line, which few have, may be nearer than the town.
    const most = Math.max(...free.map((c) => looks[c]?.filled ?? 0));
    const towns = free
      .filter((c) => (looks[c]?.filled ?? 0) * 2 > most)
      .sort((a, b) => Math.abs(a - zip) - Math.abs(b - zip));
    const people = free.filter((c) => c !== towns[0]);
    const first = people.find((c) => people.includes(c + 1));
    if (towns[0] !== undefined && first !== undefined) {
      roles[towns[0]] = 'city';
      roles[first] = 'firstName';
      roles[first + 1] = 'lastName';
    }
  }
  if (roles.includes('state')) return;
  const state = (c: number): number => {
    const look = looks[c];
    return look === undefined || look.length >= 12 ? 0 : look.share('state');
  };
  const [near = -1] = roles
    .flatMap((role, c) => (role === 'none' && Math.abs(c - zip) <= 2 && state(c) > 0.25 ? [c] : []))
    .sort((a, b) => state(b) - state(a));
  if (near !== -1) roles[near] = 'state';
}
