import { fold } from '../../address/fold.ts';
import type { Records } from '../cells/cellStore.ts';
import type { ColumnRole, PasteField } from '../fields.ts';
import { addressRoles, pasteFields } from '../fields.ts';
import { findHeaderRow } from '../headerRow.ts';
import type { KnownProduct, Mapping } from '../pasteTypes.ts';
import { assignByContent } from './byContent.ts';
import { ColumnLook } from './content.ts';
import { readHeader } from './headerWords.ts';
import type { AddressSet } from './headerWords.ts';
import type { Profile } from './profile.ts';
import { findProfile } from './profiles/index.ts';

interface Candidate {
  column: number;
  role: ColumnRole;
  set: AddressSet;
  strength: number;
}

/** Roles of which a table may have several columns. */
const many: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'none',
  'status',
  'cancelled',
  'refunded',
  'shipped',
  'packedItems',
  'itemColumn',
  'itemSku',
  'itemTitle',
  'itemQuantity',
]);
const isAddress = (role: ColumnRole): boolean => addressRoles.includes(role);

export interface Recognised {
  mapping: Mapping;
  headers: string[];
}

/** How deep into the table the content is looked at. */
const sampleRows = 250;
/** As far as headers are looked for, and the sample below them. */
const headRows = 600;

/** Finds the header row and what each column means; the user can change all of it. */
export function recognise(table: Records, products: readonly KnownProduct[] = []): Recognised {
  const records = table.slice(0, headRows);
  const header = findHeaderRow(records);
  const body = records.slice(header.record, header.record + sampleRows);
  let width = header.headers.length;
  while (
    width > 0 &&
    header.headers[width - 1] === '' &&
    body.every((r) => (r[width - 1] ?? '').trim() === '')
  )
    width--;
  if (header.record === 0) for (const record of body) width = Math.max(width, record.length);
  const headers = Array.from({ length: width }, (_, c) => header.headers[c] ?? '');
  return { headers, mapping: mapColumns(headers, header.record, body, products) };
}

/** The mapping that was remembered for these headers, where it fits them. */
export function withMapping(found: Recognised, known: Mapping): Recognised {
  const { headerRecord } = found.mapping;
  if (headerRecord === 0 || known.roles.length !== found.headers.length) return found;
  return { headers: found.headers, mapping: { ...known, headerRecord } };
}

function mapColumns(
  headers: string[],
  headerRecord: number,
  body: readonly (readonly string[])[],
  products: readonly KnownProduct[],
): Mapping {
  const folded = headers.map((header) => fold(header));
  const profile = headerRecord > 0 ? findProfile(folded) : null;
  const columns = headers.map((_, c) => body.map((record) => record[c] ?? ''));
  const looks = columns.map((cells) => new ColumnLook(cells));
  const candidates = headers.map((header, c) => candidate(header, c, folded, profile));
  settleAmbiguous(candidates, folded, looks);
  for (const one of candidates)
    if (one.role === 'title' && columns[one.column]?.some(isPacked)) one.role = 'packedItems';
  billingRepeats(candidates, folded);
  const fallbacks: Record<number, number> = {};
  const roles = choose(candidates, fallbacks, looks);
  joinNames(roles, candidates);
  const street = roles.indexOf('addr');
  if (!roles.includes('zip') && !roles.includes('city') && columns[street]?.some(isLabel))
    roles[street] = 'wholeAddress';
  for (const [from, to] of Object.entries(profile?.fallbacks ?? {})) {
    const a = folded.indexOf(from);
    const b = folded.indexOf(to);
    if (a !== -1 && b !== -1) fallbacks[a] = b;
    else if (a === -1 && b !== -1) {
      const role = profile?.roles?.[from] ?? readHeader(from)?.role;
      if (role !== undefined && !roles.includes(role)) roles[b] = role;
    }
  }
  const ids = new Set(products.flatMap((product) => [product.productId, ...product.skus]));
  const known = new Set([...ids, ...products.map((product) => product.title)].map(fold));
  const itemNames = itemColumns(roles, headers, folded, profile, looks, known);
  assignByContent(roles, columns, looks, missingFields(roles, headerRecord, profile), ids);
  return { profile: profile?.id ?? '', headerRecord, roles, fallbacks, itemNames, constants: {} };
}

/** `product_name:Blue Door|quantity:2|…` in a column of items (Big Cartel). */
const isPacked = (cell: string): boolean => cell.includes('|') && /\bquantity\s*:\s*\d/iu.test(cell);

/** Several lines, the postcode among them: a whole address. */
const isLabel = (cell: string): boolean => /\n.*\d{3}.*\n|\n.*\n.*\d{3}/u.test(cell.trim());

function candidate(
  header: string,
  column: number,
  folded: readonly string[],
  profile: Profile | null,
): Candidate {
  const key = folded[column] ?? '';
  const read = readHeader(header);
  const set = read?.set ?? 'neutral';
  const own = profile?.roles?.[key] ?? profile?.patterns?.find(([pattern]) => pattern.test(key))?.[1];
  if (own !== undefined) return { column, role: own, set, strength: 4 };
  if (read === null) return { column, role: 'none', set, strength: 0 };
  return { column, role: read.role, set, strength: read.strength };
}

/** Words that mean different things: `Stato`, `Staat`, `Etat`, `Land`, `Title` are told apart by what is in the column. */
function settleAmbiguous(candidates: Candidate[], folded: readonly string[], looks: ColumnLook[]): void {
  for (const one of candidates) {
    const look = looks[one.column];
    if (look === undefined || one.strength === 4 || look.filled === 0) continue;
    const word = folded[one.column] ?? '';
    if (/^(?:stato|staat|etat|land|state)$/u.test(word)) {
      if (look.share('status') > 0.5) one.role = 'status';
      else if (
        one.role === 'state' &&
        look.share('country') > 0.8 &&
        look.share('state') < 0.5 &&
        !candidates.some((c) => c.role === 'country')
      )
        one.role = 'country';
      else if (
        one.role === 'country' &&
        candidates.some((c) => c !== one && c.role === 'country' && c.strength > 2)
      )
        one.role = 'state';
    }
    if (one.role === 'title' && one.strength === 1 && look.share('salutation') > 0.3) one.role = 'none'; // Mr, Mrs
    if (one.role === 'sku' && one.strength === 1 && look.share('date') > 0.5) one.role = 'none';
  }
}

/** Wix writes `Delivery …` twice: the second set is the billing address. */
function billingRepeats(candidates: Candidate[], folded: readonly string[]): void {
  candidates.forEach((one, index) => {
    if (!isAddress(one.role)) return;
    if (folded.indexOf(folded[index] ?? '') < index) one.set = 'billing';
  });
}

const setOrder: Record<AddressSet, number> = { shipping: 2, neutral: 1, billing: 0 };

function choose(
  candidates: readonly Candidate[],
  fallbacks: Record<number, number>,
  looks: readonly ColumnLook[],
): ColumnRole[] {
  const roles: ColumnRole[] = candidates.map(() => 'none');
  const has = (set: AddressSet): boolean =>
    candidates.some(
      (c) => c.set === set && (c.role === 'addr' || c.role === 'zip' || c.role === 'wholeAddress'),
    );
  const main: AddressSet = has('shipping') ? 'shipping' : has('neutral') ? 'neutral' : 'billing';
  const rank = (c: Candidate): number =>
    isAddress(c.role)
      ? setOrder[c.set] * 10 + c.strength + (c.set === main ? 100 : 0)
      : c.strength * 2 +
        // The customer's own e-mail before that of an address; a column without a single cell last.
        (c.set === (c.role === 'email' ? 'neutral' : 'shipping') ? 1 : 0) -
        (looks[c.column]?.filled === 0 ? 100 : 0);
  const winners = new Map<ColumnRole, Candidate>();
  for (const one of candidates) {
    if (one.role === 'none') continue;
    if (many.has(one.role)) {
      roles[one.column] = one.role;
      continue;
    }
    const best = winners.get(one.role);
    if (best === undefined || rank(one) > rank(best)) winners.set(one.role, one);
  }
  for (const [role, one] of winners) {
    // Never a billing street beside a shipping city; a billing name or country is better than none.
    const stray = isAddress(role) && one.set === 'billing' && main !== 'billing';
    if (stray && role !== 'name' && role !== 'firstName' && role !== 'lastName') continue;
    roles[one.column] = role;
    if (!isAddress(role) || main === 'billing') continue;
    const billing = candidates.find((c) => c.role === role && c.set === 'billing' && c.column !== one.column);
    if (billing !== undefined && one.set !== 'billing') fallbacks[one.column] = billing.column;
  }
  return roles;
}

/** A full name makes first and last name superfluous, and the other way round: the better set wins. */
function joinNames(roles: ColumnRole[], candidates: readonly Candidate[]): void {
  const at = (role: ColumnRole): Candidate | undefined => candidates[roles.indexOf(role)];
  const full = at('name');
  const first = at('firstName');
  const last = at('lastName');
  if (full === undefined) {
    return;
  }
  const bare = /(?:^| )(?:name|nom|nome)$/u;
  const parts = first ?? last;
  if (parts === undefined) return;
  const fullRank = setOrder[full.set];
  const partRank = setOrder[parts.set];
  if (fullRank === partRank && (first === undefined) !== (last === undefined) && bare.test('name')) {
    // "Vorname" beside "Name", "Nome" beside "Cognome": the plain word is the other half.
    roles[full.column] = first === undefined ? 'firstName' : 'lastName';
    return;
  }
  if (partRank > fullRank && first !== undefined && last !== undefined) roles[full.column] = 'none';
  else if (fullRank >= partRank) {
    if (first !== undefined) roles[first.column] = 'none';
    if (last !== undefined) roles[last.column] = 'none';
  }
}

/** What content may still fill: everything without a header, else only what an order cannot do without. */
function missingFields(
  roles: readonly ColumnRole[],
  headerRecord: number,
  profile: Profile | null,
): Set<PasteField> {
  if (headerRecord === 0) return new Set(pasteFields);
  if (profile !== null) return new Set();
  const missing = new Set<PasteField>();
  const lacks = (...any: ColumnRole[]): boolean => !any.some((role) => roles.includes(role));
  if (lacks('email')) missing.add('email');
  if (lacks('wholeAddress')) {
    if (lacks('zip')) missing.add('zip');
    if (lacks('country')) missing.add('country');
    if (lacks('addr')) missing.add('addr');
    if (lacks('city')) missing.add('city');
  }
  if (lacks('name', 'firstName', 'lastName')) missing.add('name');
  if (lacks('sku', 'title', 'packedItems', 'itemColumn', 'itemSku', 'itemTitle')) missing.add('sku');
  return missing;
}

/** Columns whose header is a product (`known`: folded ids, SKUs, titles) and whose cells are quantities (Kickstarter add-ons, BackerKit). */
function itemColumns(
  roles: ColumnRole[],
  headers: readonly string[],
  folded: readonly string[],
  profile: Profile | null,
  looks: readonly ColumnLook[],
  known: ReadonlySet<string>,
): Record<number, string> {
  const between = profile?.itemsBetween;
  const from = between === undefined ? -1 : folded.indexOf(between[0]);
  const to = between === undefined ? -1 : folded.indexOf(between[1]);
  const counted = profile?.itemCounts === undefined ? -1 : folded.indexOf(profile.itemCounts);
  const noItems = !roles.some(
    (role, c) => c !== counted && ['sku', 'title', 'quantity', 'packedItems', 'itemSku'].includes(role),
  );
  const names: Record<number, string> = {};
  roles.forEach((role, c) => {
    const look = looks[c];
    const counts = look !== undefined && look.filled > 0 && look.share('count') > 0.5 && look.length < 2.5;
    const isProduct = role === 'none' && known.has(folded[c] ?? '') && (counts || look?.filled === 0);
    const inside = from !== -1 && to > from + 1 && c > from && c < to;
    const free = role === 'none' && headers[c] !== '' && readHeader(headers[c] ?? '') === null;
    const notAnId = !/\b(?:id|date|phone|tel|total|tax|age|amount|weight|zip|number of items)\b/iu.test(
      headers[c] ?? '',
    );
    if (
      role === 'itemColumn' ||
      isProduct ||
      (free && inside && (counts || look?.filled === 0)) ||
      (free && noItems && counts && notAnId && from === -1 && (profile === null || counted !== -1))
    ) {
      roles[c] = 'itemColumn';
      names[c] = (headers[c] ?? '').replace(/^(?:\[[^\]]*\]|SKU:)\s*/iu, '') || (headers[c] ?? '');
    }
  });
  if (counted !== -1 && Object.keys(names).length > 0) roles[counted] = 'none';
  return names;
}
