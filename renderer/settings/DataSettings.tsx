import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrame } from '../frame/frameStore.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { toast } from '../ui/toastStore.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SettingRow } from './SettingRow.tsx';
import type { Held } from './useSettings.ts';

/** Months; 0 = for ever. */
const months = [0, 6, 12, 24, 36, 60, 84, 120];

/** Backups, how long people's data is kept, and where it lives. */
export function DataSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  const [restoring, setRestoring] = useState(false);
  const [busy, setBusy] = useState(false);
  const folder = useFrame((state) => state.info?.dataFolder ?? '');
  const backUp = async () => {
    setBusy(true);
    const answer = await api.app.backupNow();
    setBusy(false);
    toast(answer.ok ? t('settings.backedUp', { file: answer.value.fileName }) : describeError(answer.error));
  };
  return (
    <>
      <SettingRow label={t('settings.backup')} help={t('settings.backupHelp')}>
        <Button onPress={() => void backUp()} isPending={busy}>
          {t('settings.backupNow')}
        </Button>
        <Button onPress={() => setRestoring(true)}>{t('settings.restore')}</Button>
      </SettingRow>
      <SettingRow label={t('settings.keepPersonalData')} help={t('settings.keepPersonalDataHelp')}>
        <SelectField
          label={t('settings.keepPersonalData')}
          hideLabel="hidden"
          value={String(settings.keepPersonalData)}
          choices={[...new Set([...months, settings.keepPersonalData])]
            .toSorted((a, b) => a - b)
            .map((value) => ({
              value: String(value),
              label: value === 0 ? t('settings.forEver') : t('settings.months', { count: value }),
            }))}
          onChange={(value) => change({ keepPersonalData: Number(value) })}
        />
      </SettingRow>
      <SettingRow label={t('settings.dataFolder')} help={folder}>
        <Button onPress={() => void api.app.openDataFolder()}>{t('settings.openDataFolder')}</Button>
      </SettingRow>
      {restoring ? <RestoreDialog onClose={() => setRestoring(false)} /> : null}
    </>
  );
}

/** How Postroom reaches the services: nothing to set, for the system knows. */
export function NetworkSettings() {
  const { t } = useTranslation();
  return (
    <SettingRow label={t('settings.proxy')} help={t('settings.proxyHelp')}>
      <span className="sec">{t('settings.asSystem')}</span>
    </SettingRow>
  );
}

/** What helps when something is wrong. */
export function HelpSettings() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const version = useFrame((state) => state.info?.version ?? '');
  const copy = async () => {
    const answer = await api.app.copyDiagnostics();
    if (answer.ok) setText(answer.value.text);
    toast(answer.ok ? t('settings.diagnosticsCopied') : describeError(answer.error));
  };
  return (
    <>
      <SettingRow label={t('settings.log')} help={t('settings.logHelp')}>
        <Button onPress={() => void api.app.openLogFolder()}>{t('settings.openLogFolder')}</Button>
      </SettingRow>
      <SettingRow label={t('settings.diagnostics')} help={t('settings.diagnosticsHelp')}>
        <Button onPress={() => void copy()}>{t('settings.copyDiagnostics')}</Button>
      </SettingRow>
      {text === '' ? null : (
        <pre className="diagnostics mono selectable" tabIndex={0} aria-label={t('settings.diagnostics')}>
          {text}
        </pre>
      )}
      <SettingRow label={t('settings.updates')} help={t('settings.updatesHelp')}>
        <span className="sec">
          {t('settings.version')} {version}
        </span>
      </SettingRow>
    </>
  );
}
