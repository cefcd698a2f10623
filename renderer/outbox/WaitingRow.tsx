import { RotateCcw, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { clock, countdown } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { CountdownRing } from '../ui/CountdownRing.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { GroupDetails, GroupTitle } from './rowParts.tsx';
import { targetOf, useOutbox } from './outboxStore.ts';

/** Not left yet: counts down, and can be taken back. */
export function WaitingRow({ group, now }: { group: OutboxGroup; now: number }) {
  const { t } = useTranslation();
  const undoTime = useFrame((state) => (state.settings?.undoTime ?? 60) * 1000);
  const left = (group.dueAt ?? 0) - now;
  const { first } = group;
  const together = first.documents > 1 ? first.itemId : group.count > 1 ? group.batchId : null;
  const undo = async () => {
    const undone = await api.outbox.undo(targetOf(group));
    if (!undone.ok) return toast(describeError(undone.error));
    const { undone: taken, tooLate, itemIds } = undone.value;
    const [takenId] = itemIds;
    const late = tooLate > 0 && taken > 0 ? `. ${t('outbox.undoneTooLate', { count: tooLate })}` : '';
    const editable = taken === 1 && takenId !== undefined && first.kind === 'order';
    toast(
      taken === 0 ? t('outbox.nothingUndone') : t('outbox.undone', { count: taken }) + late,
      editable
        ? { label: t('outbox.edit'), run: () => go('newOrder', { id: takenId, from: 'taken' }) }
        : undefined,
    );
    await useOutbox.getState().load();
  };
  const hurry = async () => {
    const hurried = await api.outbox.sendNow(targetOf(group));
    toast(hurried.ok ? t('outbox.hurried', { count: hurried.value.hurried }) : describeError(hurried.error));
    await useOutbox.getState().load();
  };
  return (
    <li className="group-row">
      {left > 0 ? (
        <CountdownRing part={undoTime === 0 ? 0 : left / undoTime} />
      ) : (
        <StatusIcon mark="waiting" />
      )}
      <div className="grow">
        <p className="med">
          <GroupTitle group={group} />
        </p>
        <p className="sub xs">
          <GroupDetails group={group} />
        </p>
      </div>
      <p className="when">
        <WhenWords group={group} now={now} />
      </p>
      <div className="row acts">
        {together !== null ? (
          <Button look="quiet" onPress={() => go('history', { batchId: together })}>
            {t('outbox.showAll')}
          </Button>
        ) : null}
        {left > 0 ? (
          <Button look="quiet" onPress={() => void hurry()}>
            <Send aria-hidden />
            {t('outbox.sendNow')}
          </Button>
        ) : null}
        <Button onPress={() => void undo()}>
          <RotateCcw aria-hidden />
          {t('outbox.undo')}
        </Button>
      </div>
    </li>
  );
}

/** When it leaves, or what keeps it. */
function WhenWords({ group, now }: { group: OutboxGroup; now: number }) {
  const { t } = useTranslation();
  const paused = useFrame((state) => state.outbox?.paused);
  const offline = useFrame((state) => state.refresh?.online === false);
  const left = (group.dueAt ?? 0) - now;
  const next = group.first.nextTryAt;
  if (paused) return t('outbox.leavesWhenResumed');
  if (left > 0) return t('outbox.leavesIn', { time: countdown(left) });
  if (offline) return t('outbox.leavesWhenOnline');
  return next !== null && next > now ? t('outbox.leavesAt', { time: clock(next) }) : t('outbox.leavesNow');
}
