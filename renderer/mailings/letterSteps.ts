import type { TFunction } from 'i18next';
import type { TimelineEvent } from '../../shared/contract/orders.ts';
import { readServiceEvent } from '../../shared/mailings/serviceEvent.ts';

/** The sentence for a document's status at the service; a word nobody knows stands for itself. */
export const documentStatusWords = (t: TFunction, status: string): string =>
  t(`mailings.service.${status}`, { defaultValue: status });

/** The same for an order's status. */
export const orderStatusWords = (t: TFunction, status: string): string =>
  t(`mailings.orderStatus.${status}`, { defaultValue: status });

/** What the service reported, in words: "E-mail came back: Mailbox is full". Null for steps of another kind. */
export function reportWords(t: TFunction, event: TimelineEvent, about: 'document' | 'order'): string | null {
  if (event.kind !== 'status') return null;
  const { channel, kind, words } = readServiceEvent(event.detail);
  const said =
    (channel === '' ? '' : t(`mailings.reported.${channel}.${kind}`, { defaultValue: '' })) ||
    (about === 'order' ? orderStatusWords(t, kind) : documentStatusWords(t, kind));
  return words === '' ? said : t('mailings.because', { said, words });
}
