import { useTranslation } from 'react-i18next';
import type { Mailing, SentDocument } from '../../shared/contract/mailings.ts';
import type { Result } from '../../shared/contract/result.ts';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { reviewByPost } from './reviewStore.ts';
import { useTrouble } from './useTrouble.ts';

/** The e-mail came back, and no letter follows by itself. */
export const canGoByPost = (document: SentDocument): boolean =>
  document.settings.sendBy === 'email' &&
  (document.serviceStatus === 'bounced' || document.serviceStatus === 'blocked');

/** A mailing that waits for a decision about its rejected documents. */
export const isHeld = (mailing: Mailing): boolean =>
  mailing.status === 'refused' && mailing.orderNumber === '';

/** A mailing that can still be taken back; a placed order only where its account still finds it. */
export const isEarly = (mailing: Mailing): boolean =>
  mailing.status !== 'cancelled' && (mailing.orderNumber === '' || isScheduled(mailing));

/** One that has a day which can be another. */
export const canBeMoved = (mailing: Mailing): boolean =>
  isEarly(mailing) && (isScheduled(mailing) || mailing.settings.sendOn !== '');

const isScheduled = ({ serviceStatus, elsewhere }: Mailing): boolean =>
  serviceStatus === 'scheduled' && !elsewhere;

/** What can be done to a sent document or mailing, with what went wrong said in a toast. */
export function useDocumentActs() {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const done = async <T>(answer: Promise<Result<T>>, good?: (value: T) => string | null): Promise<void> => {
    const outcome = await answer;
    const words = outcome.ok ? good?.(outcome.value) : trouble(outcome.error);
    if (words) toast(words);
    await useDesk.getState().load();
  };
  return {
    byPost: async (document: SentDocument): Promise<void> => {
      const error = await reviewByPost(document);
      if (error !== null) toast(trouble(error));
    },
    edit: (document: SentDocument) =>
      done(api.mailings.editDocument({ id: document.id }), ({ cardId }) => {
        go('mailings', { id: cardId });
        useDesk.setState({ shown: cardId });
        return t('mailings.onDeskAgain');
      }),
    editMailing: (id: string) =>
      done(api.mailings.editMailing({ id }), ({ cardIds, settings }) => {
        useDesk.getState().changeOrder(settings);
        useDesk.setState({ shown: cardIds[0] ?? null, selected: new Set(cardIds) });
        go('mailings', cardIds[0] === undefined ? {} : { id: cardIds[0] });
        return t('mailings.mailingAgain', { count: cardIds.length });
      }),
    replace: (documentId: string, cardId: string) =>
      done(api.mailings.replaceRejected({ id: documentId, cardId }), () => t('mailings.replaced')),
    leaveOut: (document: SentDocument) =>
      done(api.mailings.leaveOut({ id: document.id }), () => t('mailings.leftOut')),
    cancel: (mailing: Mailing) =>
      done(api.mailings.cancel({ id: mailing.id }), () => t('mailings.cancelAsked')),
    move: (mailing: Mailing, sendOn: string) =>
      done(api.mailings.reschedule({ id: mailing.id, sendOn }), () => t('mailings.moved')),
    remove: (document: SentDocument) =>
      done(api.mailings.deleteDocument({ id: document.id }), () => t('mailings.deleteAsked')),
    download: (document: SentDocument) =>
      done(api.mailings.download({ id: document.id }), ({ fileName }) =>
        fileName === null ? null : t('mailings.downloaded', { name: fileName }),
      ),
  };
}
