import { Pause, Play, RotateCcw, Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import { useFrame } from '../frame/frameStore.ts';
import { FirstOrder } from '../frame/FirstOrder.tsx';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { useNow } from '../lib/useNow.ts';
import { useReload } from '../lib/useReload.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner, EmptyState, LoadingRows, SectionHeader } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { Pauses } from './Pauses.tsx';
import { RefusedRow } from './RefusedRow.tsx';
import { SendingRow, UnknownRow } from './UnderwayRows.tsx';
import { WaitingRow } from './WaitingRow.tsx';
import { useOutbox } from './outboxStore.ts';
import { sectionNames, sectionOf } from './sections.ts';
import './outbox.css';

/** What changes the list. */
const news = ['outbox.changed'] as const;

/** What has not left yet, what is on its way, and what was refused. */
export default function OutboxScreen() {
  const { t } = useTranslation();
  const { groups, more, error, load } = useOutbox();
  const paused = useFrame((state) => state.outbox?.paused ?? false);
  useEffect(() => void load(), [load]);
  useReload(news, load);
  return (
    <div className="screen">
      <ScreenHeader title={t('outbox.title')} remark={t('outbox.subtitle')}>
        <PauseButton paused={paused} />
        {groups?.some((group) => group.status === 'waiting') ? <UndoAll /> : null}
      </ScreenHeader>
      {paused ? (
        <Banner mark="needs" title={t('outbox.pausedTitle')}>
          {t('outbox.pausedText')}
        </Banner>
      ) : null}
      <Pauses />
      {error ? <Banner mark="refused" title={describeError(error)} /> : null}
      {groups === null ? (
        <LoadingRows />
      ) : groups.length === 0 ? (
        <Nothing />
      ) : (
        <Groups groups={groups} more={more} />
      )}
    </div>
  );
}

function Groups({ groups, more }: { groups: readonly OutboxGroup[]; more: number }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  return (
    <div className="scroll outbox">
      {sectionNames.map((name) => {
        const rows = groups.filter((group) => sectionOf(group, now) === name);
        if (rows.length === 0) return null;
        return (
          <section key={name}>
            <SectionHeader
              title={t(`outbox.${name}Section`)}
              remark={t(`outbox.${name}Help`, { defaultValue: '' })}
            />
            <ul>
              {rows.map((group) => (
                <GroupRow key={group.key} group={group} now={now} />
              ))}
            </ul>
          </section>
        );
      })}
      {more > 0 ? <p className="sub">{t('outbox.more', { count: more })}</p> : null}
    </div>
  );
}

function GroupRow({ group, now }: { group: OutboxGroup; now: number }) {
  switch (sectionOf(group, now)) {
    case 'refused':
      return <RefusedRow group={group} />;
    case 'onTheirWay':
      return group.status === 'unconfirmed' ? (
        <UnknownRow group={group} now={now} />
      ) : (
        <SendingRow group={group} />
      );
    case 'waiting':
    case 'line':
      return <WaitingRow group={group} now={now} />;
  }
}

function PauseButton({ paused }: { paused: boolean }) {
  const { t } = useTranslation();
  const toggle = async () => {
    const done = await api.outbox.pause({ paused: !paused });
    if (!done.ok) toast(describeError(done.error));
  };
  return (
    <Button onPress={() => void toggle()}>
      {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
      {t(paused ? 'outbox.resume' : 'outbox.pause')}
    </Button>
  );
}

function UndoAll() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const undoAll = async () => {
    setAsking(false);
    const undone = await api.outbox.undo({});
    toast(undone.ok ? t('outbox.undone', { count: undone.value.undone }) : describeError(undone.error));
    await useOutbox.getState().load();
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        <RotateCcw aria-hidden />
        {t('outbox.undoAll')}
      </Button>
      <Dialog
        title={t('outbox.confirmUndoAllTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        width="narrow"
        footer={
          <>
            <span className="grow" />
            <Button onPress={() => setAsking(false)}>{t('outbox.cancel')}</Button>
            <Button look="primary" onPress={() => void undoAll()}>
              {t('outbox.undoAll')}
            </Button>
          </>
        }
      >
        {t('outbox.confirmUndoAllText')}
      </Dialog>
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <EmptyState drawing={<Send />} title={t('outbox.emptyTitle')} actions={<FirstOrder />}>
      {t('outbox.emptyText')}
    </EmptyState>
  );
}
