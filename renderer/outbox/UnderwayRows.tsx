import { useTranslation } from 'react-i18next';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import { describeError } from '../lib/describeError.ts';
import { clock } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { StatusIcon, StatusMark } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { GroupTitle, titleOf, useServiceName } from './rowParts.tsx';
import { useOutbox } from './outboxStore.ts';

/** Handed over, no answer yet. */
export function SendingRow({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  const service = useServiceName(group);
  return (
    <li className="group-row">
      <StatusIcon mark="sending" />
      <div className="grow">
        <p className="med">
          <GroupTitle group={group} />
        </p>
        <p className="sub xs">{t('outbox.handedOver', { service })}</p>
      </div>
      <p className="when">
        <StatusMark mark="sending">{t('history.status.sending')}</StatusMark>
      </p>
      <div className="acts" />
    </li>
  );
}

/** Nobody knows whether it arrived: asked first, never sent blindly. */
export function UnknownRow({ group, now }: { group: OutboxGroup; now: number }) {
  const { t } = useTranslation();
  const service = useServiceName(group);
  const { first } = group;
  const ask = async () => {
    const asked = await api.outbox.sendNow({ ids: [first.id] });
    if (!asked.ok) toast(describeError(asked.error));
    await useOutbox.getState().load();
  };
  const again =
    first.nextTryAt !== null && first.nextTryAt > now
      ? `, ${t('outbox.asksAgainAt', { time: clock(first.nextTryAt) })}`
      : '';
  const why =
    first.troubleCode === '' ? '' : `. ${t(`outbox.trouble.${first.troubleCode}`, { defaultValue: '' })}`;
  return (
    <li className="group-row unknown edged">
      <StatusIcon mark="unknown" />
      <div className="grow">
        <p className="med">{t('outbox.checkingWith', { service })}</p>
        <p className="xs sec wide">
          {first.kind === 'order'
            ? t('outbox.checkingText', { reference: first.reference, recipient: first.recipient, service })
            : t('outbox.checkingMailing', { name: titleOf(t, group), service })}
        </p>
        <p className="xs sub">{t('outbox.attempts', { count: first.attempts }) + again + why}</p>
      </div>
      <p className="when">
        <StatusMark mark="unknown">{t('history.status.unconfirmed')}</StatusMark>
      </p>
      <div className="row acts">
        <Button onPress={() => void ask()}>{t('outbox.askNow')}</Button>
      </div>
    </li>
  );
}
