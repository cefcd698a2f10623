/** Parts of an address that stands in one cell: `street,city,region,zip`. */
export interface WholeAddress {
  street: string;
  city: string;
  state: string;
  zip: string;
}

/** Magento's order grid joins street lines, city, region and postcode with commas; null = too few parts. */
export function readWholeAddress(text: string): WholeAddress | null {
  const parts = text.split(/\s*[,\n]\s*/u).filter((part) => part !== '');
  const zip = parts.at(-1) ?? '';
  if (parts.length < 3 || !/\d/u.test(zip)) return null;
  const withState = parts.length >= 4;
  return {
    zip,
    state: withState ? (parts.at(-2) ?? '') : '',
    city: (withState ? parts.at(-3) : parts.at(-2)) ?? '',
    street: parts.slice(0, withState ? -3 : -2).join(', '),
  };
}
