import type { Card, Preset } from '../../shared/contract/mailings.ts';
import type { MailingSettings } from '../../shared/mailings/mailing.ts';

/** What of a card and an order makes a preset: choices, not people, dates or references. */
export function presetOf(
  card: Pick<Card, 'settings'> | null,
  order: MailingSettings,
): Pick<Preset, 'document' | 'mailing'> {
  const { sendOn: _day, reference: _orderReference, ...mailing } = order;
  if (card === null) return { document: {}, mailing };
  const {
    addressLines: _lines,
    country: _country,
    to: _to,
    cc: _cc,
    bcc: _bcc,
    reference: _reference,
    bundle: _bundle,
    bundlePosition: _position,
    pageDefinitions: _pages,
    values: _values,
    ...document
  } = card.settings;
  return { document, mailing };
}
