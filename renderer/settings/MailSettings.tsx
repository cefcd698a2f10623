import { FolderSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchState } from '../../shared/contract/mailings.ts';
import type { Result } from '../../shared/contract/result.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { useDesk } from '../mailings/deskStore.ts';
import { ProfileDialog } from '../mailings/ProfileDialog.tsx';
import { profileName } from '../mailings/profileNames.ts';
import { useWatchState } from '../mailings/useWatchState.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { toast } from '../ui/toastStore.ts';
import { SettingRow } from './SettingRow.tsx';
import type { Held } from './useSettings.ts';

/** Where PDFs come from and how long they are kept. */
export function MailSettings(held: Held) {
  return (
    <>
      <WatchedFolder />
      <KeepDocuments {...held} />
      <Profiles {...held} />
    </>
  );
}

/** Which letter profile cards are judged by, and the way to change and print it. */
function Profiles({ settings, change }: Held) {
  const { t } = useTranslation();
  const { profiles, loadShelf } = useDesk();
  const [open, setOpen] = useState(false);
  useEffect(() => void loadShelf(), [loadShelf]);
  return (
    <SettingRow label={t('mailSettings.letterProfile')} help={t('mailSettings.letterProfileHelp')}>
      <SelectField
        label={t('mailSettings.letterProfile')}
        hideLabel="hidden"
        value={profiles.some(({ id }) => id === settings.letterProfile) ? settings.letterProfile : null}
        choices={profiles.map((one) => ({ value: one.id, label: profileName(one, t) }))}
        onChange={(letterProfile) => change({ letterProfile })}
      />
      <Button onPress={() => setOpen(true)}>{t('mailings.letterProfiles')}</Button>
      {open ? <ProfileDialog onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}

/** Months; 0 = for ever. */
const months = [0, 1, 3, 6, 12, 24, 60, 120];

function KeepDocuments({ settings, change }: Held) {
  const { t } = useTranslation();
  const choices = [...new Set([...months, settings.keepDocuments])].toSorted((a, b) => a - b);
  return (
    <SettingRow label={t('mailSettings.keepDocuments')} help={t('mailSettings.keepDocumentsHelp')}>
      <SelectField
        label={t('mailSettings.keepDocuments')}
        hideLabel="hidden"
        value={String(settings.keepDocuments)}
        choices={choices.map((value) => ({
          value: String(value),
          label: value === 0 ? t('settings.forEver') : t('settings.months', { count: value }),
        }))}
        onChange={(value) => change({ keepDocuments: Number(value) })}
      />
    </SettingRow>
  );
}

function WatchedFolder() {
  const { t } = useTranslation();
  const [state, setState] = useWatchState();
  const after = (answer: Result<WatchState>): void => {
    if (answer.ok) setState(answer.value);
    else
      toast(answer.error.detail === 'ownFolder' ? t('mailSettings.ownFolder') : describeError(answer.error));
  };
  const watching = state !== null && state.folder !== '';
  return (
    <>
      <SettingRow label={t('mailSettings.watchedFolder')} help={t('mailSettings.watchedFolderHelp')}>
        {watching ? (
          <Button onPress={() => void api.mailings.stopWatching().then(after)}>
            {t('mailSettings.stopWatching')}
          </Button>
        ) : null}
        <Button onPress={() => void api.mailings.chooseWatchedFolder().then(after)}>
          <FolderSearch size={16} aria-hidden /> {t('mailSettings.chooseFolder')}
        </Button>
      </SettingRow>
      {watching ? (
        <p className={`setting-under ${state.trouble === '' ? 'sub' : 'err'}`} role="status">
          <span className="selectable">{state.folder}</span>
          <br />
          {state.trouble === ''
            ? watchWords(state, t)
            : `${t(`mailSettings.watchTrouble.${state.trouble}`, { name: state.name })} ${t(`mailSettings.watchMeaning.${state.trouble}`)}`}
        </p>
      ) : null}
    </>
  );
}

const watchWords = (state: WatchState, t: (key: string, more: { count: number }) => string): string =>
  [
    t('mailSettings.watchTaken', { count: state.taken }),
    state.waiting > 0 ? t('mailSettings.watchWaiting', { count: state.waiting }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
