import { useEffect, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import { describeError } from '../lib/describeError.ts';
import { count, dayAndTime } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Chooses a backup and puts it in the place of the present data, which is kept aside. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [backups, setBackups] = useState<Output<'app.backups'> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    void api.app.backups().then((answer) => {
      if (!answer.ok) {
        setTrouble(describeError(answer.error));
        return;
      }
      const newestFirst = answer.value.toSorted((a, b) => b.at - a.at);
      setBackups(newestFirst);
      setChosen(newestFirst[0]?.fileName ?? null);
    });
  }, []);
  const restore = async () => {
    if (chosen === null) {
      setTrouble(t('settings.noBackups'));
      return;
    }
    const answer = await api.app.restoreBackup({ fileName: chosen });
    if (!answer.ok) setTrouble(describeError(answer.error));
  };
  return (
    <Dialog
      title={t('settings.restoreTitle')}
      open
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('accounts.cancel')}</Button>
          <Button look="danger" onPress={() => void restore()}>
            {t('settings.restoreThis')}
          </Button>
        </>
      }
    >
      <p>{t('settings.restoreText')}</p>
      {backups?.length === 0 ? <p className="restore-none sec">{t('settings.noBackups')}</p> : null}
      {backups !== null && backups.length > 0 ? (
        <RadioGroup className="backups" aria-label={t('settings.backup')} value={chosen} onChange={setChosen}>
          {backups.map((backup) => (
            <Radio key={backup.fileName} value={backup.fileName} className="backup">
              <span className="radio" />
              <span className="grow">{dayAndTime(backup.at)}</span>
              <span className="sub xs ell">{backup.fileName}</span>
              <span className="sec num">
                {t('settings.kilobytes', { size: count(Math.ceil(backup.bytes / 1024)) })}
              </span>
            </Radio>
          ))}
        </RadioGroup>
      ) : null}
      <p className="err" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
