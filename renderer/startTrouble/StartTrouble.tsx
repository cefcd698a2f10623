import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import { describeError } from '../lib/describeError.ts';
import { dayAndTime } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import '../firstRun/firstRun.css';
import './startTrouble.css';

interface StartTroubleProps {
  code: string;
  detail: string;
  /** There when the data is open, only empty: goes on without a backup. */
  onGoOn: (() => void) | undefined;
}

/** The data cannot be opened: says why, that nothing was deleted, and every way out. */
export function StartTrouble({ code, detail, onGoOn }: StartTroubleProps) {
  const { t } = useTranslation();
  const [backups, setBackups] = useState<Output<'app.backups'>>([]);
  const [note, setNote] = useState('');
  useEffect(() => {
    void api.app.backups().then((answer) => answer.ok && setBackups(answer.value));
  }, []);
  const run = async (action: () => Promise<{ ok: boolean; error?: Parameters<typeof describeError>[0] }>) => {
    const answer = await action();
    setNote(answer.error ? describeError(answer.error) : '');
  };
  const copy = async () => {
    const answer = await api.app.copyDiagnostics();
    setNote(answer.ok ? t('startTrouble.copied') : describeError(answer.error));
  };
  return (
    <main className="first-run" aria-label="Postroom">
      <div className="welcome start-trouble">
        <h1>
          {t(`startTrouble.closed.${code}.title`, { defaultValue: t('startTrouble.closed.internal.title') })}
        </h1>
        <p className="sec">
          {t(`startTrouble.closed.${code}.text`, { defaultValue: t('startTrouble.closed.internal.text') })}
        </p>
        <p className="sec">{t('startTrouble.safe')}</p>
        {detail === '' || detail.startsWith('{') ? null : <p className="sub detail">{detail}</p>}
        <div className="actions">
          <Button look="primary" size="large" onPress={() => void run(() => api.app.tryAgain())}>
            {t('startTrouble.tryAgain')}
          </Button>
          {onGoOn === undefined ? null : (
            <Button size="large" onPress={onGoOn}>
              {t('startTrouble.goOn')}
            </Button>
          )}
          <Button size="large" onPress={() => void run(() => api.app.openDataFolder())}>
            {t('startTrouble.openDataFolder')}
          </Button>
          <Button size="large" onPress={() => void run(() => api.app.openLogFolder())}>
            {t('startTrouble.openLogFolder')}
          </Button>
          <Button size="large" onPress={() => void copy()}>
            {t('startTrouble.copyDiagnostics')}
          </Button>
        </div>
        {backups.length === 0 ? (
          <p className="sub">{t('startTrouble.noBackup')}</p>
        ) : (
          <section aria-labelledby="backups">
            <h2 id="backups">{t('startTrouble.backups')}</h2>
            <p className="sub">{t('startTrouble.backupsText')}</p>
            <ul>
              {backups.map(({ fileName, at }) => (
                <li key={fileName}>
                  <span>{dayAndTime(at)}</span>
                  <Button onPress={() => void run(() => api.app.restoreBackup({ fileName }))}>
                    {t('startTrouble.restore', { time: dayAndTime(at) })}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="sub" role="status">
          {note}
        </p>
      </div>
    </main>
  );
}
