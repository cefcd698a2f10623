import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/lib/language.ts';
import { Segmented } from '../ui/Choices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { SettingRow } from './SettingRow.tsx';
import type { Held } from './useSettings.ts';

/** Every language in its own words. */
const names = { en: 'English', de: 'Deutsch', fr: 'Français', it: 'Italiano' } as const;

/** Language and theme; both change at once. */
export function LookSettings({ settings, change }: Held) {
  const { t } = useTranslation();
  return (
    <>
      <SettingRow label={t('settings.language')}>
        <SelectField
          label={t('settings.language')}
          hideLabel="hidden"
          value={settings.language}
          choices={[
            { value: 'system', label: t('settings.asSystem') },
            ...languages.map((value) => ({ value, label: names[value] })),
          ]}
          onChange={(language) => change({ language })}
        />
      </SettingRow>
      <SettingRow label={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          choices={[
            { value: 'system', label: t('settings.asSystem') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
    </>
  );
}
