import { gatewayCode } from '../address/countries.ts';
import type { Person } from '../contract/recipients.ts';
import { readAddress } from './address.ts';
import type { DocumentSettings } from './mailing.ts';

/**
 * Whom a document goes to, for History and Recipients: its address lines taken apart, or its first e-mail address
 * when it has no lines. All '' when it has neither.
 */
export function personOf(settings: Pick<DocumentSettings, 'addressLines' | 'country' | 'to'>): Person {
  const read = readAddress(settings.addressLines, settings.country);
  const [name = '', ...rest] = read.lines;
  const street = rest.filter((line) => line !== '' && !(read.town !== null && line.includes(read.town)));
  const email = settings.to[0] ?? '';
  return {
    name: name === '' ? email : name,
    company: '',
    address: street.join(', '),
    city: read.town ?? '',
    state: '',
    postcode: read.postcode ?? '',
    country: name === '' ? '' : gatewayCode(settings.country),
    email,
  };
}
