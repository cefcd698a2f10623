import { codeOfCountry, countryChoices } from './countryChoices.ts';
import type { OrderForm } from './orderForm.ts';

type Address = Pick<OrderForm, 'name' | 'company' | 'address' | 'city' | 'state' | 'postcode' | 'country'>;

/** A line such as "01099 Dresden", "SW1A 1AA London", "Baltimore, MD 21230" taken apart. */
function readPlace(line: string): Pick<Address, 'postcode' | 'city' | 'state'> | null {
  const american = /^(.+?),?\s+([A-Z]{2})\s+(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/.exec(line);
  if (american) return { city: american[1] ?? '', state: american[2] ?? '', postcode: american[3] ?? '' };
  const before =
    /^(?:[A-Z]{1,2}-)?(\d[\d -]{2,9}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2})\s+(\D.*)$/.exec(line);
  if (before) return { postcode: (before[1] ?? '').trim(), city: before[2] ?? '', state: '' };
  const after = /^(\D+?),?\s+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{3}-\d{4}|\d{4,6})$/.exec(line);
  return after ? { city: after[1] ?? '', postcode: after[2] ?? '', state: '' } : null;
}

/**
 * A whole address pasted into the name: one line per part, the country last or left out.
 * null for anything that is no block of at least three lines with a place in it.
 */
export function readPastedAddress(text: string): Partial<Address> | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 3 || lines.length > 8) return null;
  const choices = countryChoices('en');
  const last = codeOfCountry(lines.at(-1) ?? '', choices);
  const hasCountry = choices.some((choice) => choice.value === last);
  const body = hasCountry ? lines.slice(0, -1) : lines;
  const at = body.findLastIndex((line) => readPlace(line) !== null);
  const place = readPlace(body[at] ?? '');
  if (!place || at < 2) return null;
  const [name = '', ...middle] = body.slice(0, at);
  const address = middle.at(-1) ?? '';
  return {
    name,
    company: middle.slice(0, -1).join(', '),
    address,
    ...place,
    ...(hasCountry ? { country: last } : {}),
  };
}
