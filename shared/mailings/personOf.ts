import { gatewayCode } from '../address/countries.ts';
import type { Person } from '../contract/recipients.ts';
import { readAddress } from './address.ts';
import type { DocumentSettings } from './mailing.ts';

/** How a letter addresses people, alone on the first line. */
const salutation = /^(?:frau|herrn?|familie|firma|mr|mrs|ms|mme|madame|monsieur|signora?|sig|sig\.ra)\.?$/i;

/**
 * Whom a document goes to, for History and Recipients: its address lines taken apart, or its first e-mail address
 * when it has no lines. All '' when it has neither.
 */
export function personOf(settings: Pick<DocumentSettings, 'addressLines' | 'country' | 'to'>): Person {
  const read = readAddress(settings.addressLines, settings.country);
  const addressed = read.lines.length > 1 && salutation.test(read.lines[0] ?? '');
  const [name = '', ...rest] = addressed ? read.lines.slice(1) : read.lines;
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
