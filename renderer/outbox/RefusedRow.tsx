import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxGroup, OutboxItem } from '../../shared/contract/outbox.ts';
import { changedAccountCode, explainRefusal } from '../../shared/orders/refusals.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { useDocumentActs } from '../mailings/useDocumentActs.ts';
import { Button } from '../ui/Button.tsx';
import { StatusIcon, StatusMark } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { GroupTitle, useServiceName } from './rowParts.tsx';
import { useOutbox } from './outboxStore.ts';

/** The service said no: why in plain words, what to do, and its own words on demand. */
export function RefusedRow({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  const service = useServiceName(group);
  const [answer, setAnswer] = useState(false);
  const { first } = group;
  const answered =
    first.troubleCode === changedAccountCode ? '' : `${first.troubleCode} ${first.troubleDetail}`.trim();
  const { editMailing } = useDocumentActs();
  const [why, whatToDo] = first.kind === 'order' ? orderWords(t, first) : mailingWords(t, first);
  const discard = async () => {
    const put = await api.outbox.dismissRefused({ id: first.id });
    toast(put.ok ? t('outbox.discarded') : describeError(put.error));
    await useOutbox.getState().load();
  };
  return (
    <li className="group-row refused edged">
      <StatusIcon mark="refused" />
      <div className="grow">
        <p className="med">
          <GroupTitle group={group} />
        </p>
        <p className="xs why">{why}</p>
        <p className="xs sec">
          {whatToDo}{' '}
          {answered === '' ? null : (
            <button className="fix" aria-expanded={answer} onClick={() => setAnswer(!answer)}>
              {t('outbox.whatWasAnswered', { service })}
            </button>
          )}
        </p>
        {answer ? <pre className="mono answer selectable">{answered}</pre> : null}
      </div>
      <p className="when">
        <StatusMark mark="refused">{t('history.status.refused')}</StatusMark>
      </p>
      <div className="row acts">
        <Button look="quiet" onPress={() => void discard()}>
          {t('outbox.discard')}
        </Button>
        {first.kind === 'order' ? (
          <Button
            look="primary"
            onPress={() => go('newOrder', { id: first.itemId, from: 'refused', outboxId: first.id })}
          >
            {t('outbox.editAndSendAgain')}
          </Button>
        ) : (
          <>
            <Button onPress={() => go('mailings')}>{t('mailings.lookAtMailing')}</Button>
            <Button look="primary" onPress={() => void editMailing(first.itemId)}>
              {t('outbox.editAndSendAgain')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Why it was refused, and what to do. */
function orderWords(t: TFunction, { troubleCode, troubleDetail }: OutboxItem): [string, string] {
  const { reason, whatToDo } = explainRefusal(troubleCode);
  const words = { message: troubleDetail };
  return [t(`refusals.${reason}`, words), t(`refusals.${whatToDo}`, words)];
}

function mailingWords(t: TFunction, { troubleCode, troubleDetail }: OutboxItem): [string, string] {
  if (troubleCode === changedAccountCode) return [t('mailings.elsewhere'), t('mailings.elsewhereHeld')];
  return [troubleDetail || t('mailings.mailingRefused'), t('mailings.heldMeaning')];
}
