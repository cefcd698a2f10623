import type { TFunction } from 'i18next';
import type { TimelineEvent } from '../../shared/contract/orders.ts';
import { readServiceEvent } from '../../shared/mailings/serviceEvent.ts';

/** The sentence for a document's status at the service; a word nobody knows stands for itself. */
export const documentStatusWords = (t: TFunction, status: string): string =>
  t(`letterSteps.document.${status}`, { defaultValue: status });

/** The same for an order's status. */
export const orderStatusWords = (t: TFunction, status: string): string =>
  t(`letterSteps.order.${status}`, { defaultValue: status });

/** What the service reported, in words: "E-mail came back: Mailbox is full". Null where the usual words are right. */
export function reportWords(t: TFunction, event: TimelineEvent, about: 'document' | 'order'): string | null {
  if (event.kind !== 'status') return ownWords(t, event, about);
  const { channel, kind, words } = readServiceEvent(event.detail);
  const said =
    (channel === '' ? '' : t(`letterSteps.reported.${channel}.${kind}`, { defaultValue: '' })) ||
    (about === 'order' ? orderStatusWords(t, kind) : documentStatusWords(t, kind));
  return words === '' ? said : t('letterSteps.because', { said, words });
}

/** Steps that mean something else for letters than for an order of discs. */
function ownWords(t: TFunction, { kind, detail }: TimelineEvent, about: 'document' | 'order'): string | null {
  if (kind === 'undone' && detail === 'cancel') return t('letterSteps.steps.cancelAsked');
  if (kind === 'rejected' && detail === '') return null;
  return t(`letterSteps.steps.${about}.${kind}`, { detail, defaultValue: '' }) || null;
}
