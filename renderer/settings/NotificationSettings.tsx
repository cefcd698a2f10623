import { useTranslation } from 'react-i18next';
import { clock } from '../lib/format.ts';
import { mailTroubles, notificationKinds } from '../../shared/contract/settings.ts';
import { Switch } from '../ui/Choices.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { hidden, SettingRow } from './SettingRow.tsx';
import type { Held } from './useSettings.ts';

/** Every half hour of a day, and what is chosen; written as the language writes times. */
function times(chosen: string): { value: string; label: string }[] {
  const halves = Array.from(
    { length: 48 },
    (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
  );
  return [...new Set([...halves, chosen])].toSorted().map((value) => {
    const [hour = 0, minute = 0] = value.split(':').map(Number);
    return { value, label: clock(new Date(2026, 0, 1, hour, minute).getTime()) };
  });
}

/** Which news are told, when they keep quiet, and whether anybody is there to tell them. */
export function NotificationSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  const { notify, notifyMail, quietHours, nothingMovedDays } = settings;
  const quiet = (part: Partial<typeof quietHours>) => change({ quietHours: { ...quietHours, ...part } });
  return (
    <>
      {notificationKinds.map((kind) => (
        <SettingRow
          key={kind}
          label={t(`settings.notify.${kind}`)}
          help={t(`settings.notifyHelp.${kind}`, { count: nothingMovedDays })}
        >
          {kind === 'nothingMoved' ? (
            <NumberField
              label={t('settings.nothingMovedDays')}
              hideLabel="hidden"
              value={nothingMovedDays}
              min={1}
              max={60}
              onChange={(days) => change({ nothingMovedDays: days })}
            />
          ) : null}
          <Switch
            label={hidden(t(`settings.notify.${kind}`))}
            value={notify[kind]}
            onChange={(value) => change({ notify: { ...notify, [kind]: value } })}
          />
        </SettingRow>
      ))}
      {notify.problem
        ? mailTroubles.map((trouble) => (
            <SettingRow
              key={trouble}
              label={t(`mailSettings.tell.${trouble}`)}
              help={t(`mailSettings.tellHelp.${trouble}`)}
            >
              <Switch
                label={hidden(t(`mailSettings.tell.${trouble}`))}
                value={notifyMail[trouble]}
                onChange={(value) => change({ notifyMail: { ...notifyMail, [trouble]: value } })}
              />
            </SettingRow>
          ))
        : null}
      <SettingRow label={t('settings.quietHours')} help={t('settings.quietHoursHelp')}>
        {quietHours.enabled ? (
          <>
            <SelectField
              label={t('settings.quietFrom')}
              hideLabel="hidden"
              value={quietHours.from}
              choices={times(quietHours.from)}
              onChange={(from) => quiet({ from })}
            />
            <span className="sec" aria-hidden="true">
              {t('settings.to')}
            </span>
            <SelectField
              label={t('settings.quietTo')}
              hideLabel="hidden"
              value={quietHours.to}
              choices={times(quietHours.to)}
              onChange={(to) => quiet({ to })}
            />
          </>
        ) : null}
        <Switch
          label={hidden(t('settings.quietHours'))}
          value={quietHours.enabled}
          onChange={(enabled) => quiet({ enabled })}
        />
      </SettingRow>
      <SettingRow label={t('settings.runInBackground')} help={t('settings.runInBackgroundHelp')}>
        <Switch
          label={hidden(t('settings.runInBackground'))}
          value={settings.runInBackground}
          onChange={(runInBackground) => change({ runInBackground })}
        />
      </SettingRow>
    </>
  );
}
