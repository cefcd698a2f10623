import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeCalls } from '../../shared/orders/callBudget.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { hidden, SettingRow } from './SettingRow.tsx';
import { Switch } from '../ui/Choices.tsx';
import type { Held } from './useSettings.ts';

/** Undo time and duplicate radar. */
export function SendingSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  // Seconds up to an hour are unhandy: whole minutes are shown as minutes, and the unit can be chosen.
  const [minutes, setMinutes] = useState(settings.undoTime >= 120 && settings.undoTime % 60 === 0);
  const unit = minutes ? 60 : 1;
  return (
    <>
      <SettingRow label={t('settings.undoTime')} help={t('settings.undoTimeHelp')}>
        <div className="setting-number" role="group" aria-label={t('settings.undoTime')}>
          <NumberField
            label={t('settings.undoTime')}
            hideLabel="hidden"
            value={Math.round(settings.undoTime / unit)}
            min={0}
            max={3600 / unit}
            onChange={(value) => change({ undoTime: value * unit })}
          />
          <SelectField
            label={t('settings.undoUnit')}
            hideLabel="hidden"
            value={minutes ? 'minutes' : 'seconds'}
            choices={[
              { value: 'seconds', label: t('settings.seconds') },
              { value: 'minutes', label: t('settings.minutes') },
            ]}
            onChange={(chosen) => {
              setMinutes(chosen === 'minutes');
              if (chosen === 'minutes') change({ undoTime: Math.round(settings.undoTime / 60) * 60 });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow label={t('settings.duplicateDays')} help={t('settings.duplicateDaysHelp')}>
        <div className="setting-number">
          <NumberField
            label={t('settings.duplicateDays')}
            hideLabel="hidden"
            value={settings.duplicateDays}
            min={0}
            max={3650}
            onChange={(duplicateDays) => change({ duplicateDays })}
          />
          <span className="sec">{t('settings.days', { count: settings.duplicateDays })}</span>
        </div>
      </SettingRow>
    </>
  );
}

const intervals = [5, 10, 15, 30, 60, 120, 240, 720, 1440];

/** How often statuses are asked for, and how many calls that may take. */
export function RefreshSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  const choices = [...new Set([...intervals, settings.refreshInterval])]
    .sort((a, b) => a - b)
    .map((minutes) => ({
      value: String(minutes),
      label:
        minutes < 60 || minutes % 60 !== 0
          ? t('settings.everyMinutes', { count: minutes })
          : t('settings.everyHours', { count: minutes / 60 }),
    }));
  return (
    <>
      <SettingRow label={t('settings.refreshInterval')} help={t('settings.refreshIntervalHelp')}>
        <SelectField
          label={t('settings.refreshInterval')}
          hideLabel="hidden"
          value={String(settings.refreshInterval)}
          choices={choices}
          onChange={(minutes) => change({ refreshInterval: Number(minutes) })}
        />
      </SettingRow>
      <SettingRow label={t('settings.callBudget')} help={t('settings.callBudgetHelp', { free: freeCalls })}>
        <div className="setting-number">
          <NumberField
            label={t('settings.callBudget')}
            hideLabel="hidden"
            value={settings.callBudget}
            min={1}
            max={100_000}
            onChange={(callBudget) => change({ callBudget })}
          />
          <span className="sec">{t('settings.aDay')}</span>
        </div>
      </SettingRow>
      <SettingRow label={t('settings.payBeyondBudget')} help={t('settings.payBeyondBudgetHelp')}>
        <Switch
          label={hidden(t('settings.payBeyondBudget'))}
          value={settings.payBeyondBudget}
          onChange={(payBeyondBudget) => change({ payBeyondBudget })}
        />
      </SettingRow>
    </>
  );
}
