import { parseAddressBlock } from '../address/addressBlock.ts';
import { fold } from '../address/fold.ts';

/** Parts of an address that stands in one cell. '' = not in it. */
export interface WholeAddress {
  name: string;
  company: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  country: string;
}

/** Lines as on a label (Discogs), or parts with commas (Magento). `name`: of a column of its own, '' = none. */
export const readWholeAddress = (text: string, name: string): WholeAddress | null =>
  readLabel(text, name) ?? readParts(text);

/** At least three lines, the first of which is the name, if that is not known. */
function readLabel(text: string, name: string): WholeAddress | null {
  const lines = text.trim().split(/\s*[\r\n]+\s*/u);
  if (lines.length < 3) return null;
  const hasName = name === '' || fold(lines[0] ?? '') === fold(name);
  const block = parseAddressBlock((hasName ? lines : [name, ...lines]).join('\n'));
  if (block === null || block.city === '' || block.address === '') return null;
  const { address, postcode, ...rest } = block;
  return { ...rest, street: address, zip: postcode };
}

/** `street,city,region,zip`: Magento's order grid joins street lines, city, region and postcode with commas; null = too few parts. */
function readParts(text: string): WholeAddress | null {
  const parts = text.split(/\s*[,\n]\s*/u).filter((part) => part !== '');
  const zip = parts.at(-1) ?? '';
  if (parts.length < 3 || !/\d/u.test(zip)) return null;
  const withState = parts.length >= 4;
  return {
    name: '',
    company: '',
    country: '',
    zip,
    state: withState ? (parts.at(-2) ?? '') : '',
    city: (withState ? parts.at(-3) : parts.at(-2)) ?? '',
    street: parts.slice(0, withState ? -3 : -2).join(', '),
  };
}
