import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Notices.tsx';
import { useWatchState } from './useWatchState.ts';

/** What is wrong with the watched folder, if anything: nothing is taken from it silently or not at all. */
export function WatchNotice() {
  const { t } = useTranslation();
  const [state] = useWatchState();
  if (state === null || state.folder === '') return null;
  const { trouble, name, refused } = state;
  if (trouble === '' && refused.length === 0) return null;
  const settings = <Button onPress={() => go('settings')}>{t('mailSettings.openSettings')}</Button>;
  if (trouble !== '')
    return (
      <Banner mark="needs" title={t(`mailSettings.watchTrouble.${trouble}`, { name })} actions={settings}>
        {t(`mailSettings.watchMeaning.${trouble}`)}
      </Banner>
    );
  const names = refused
    .slice(0, 5)
    .map(({ fileName, code }) => `${fileName} (${t(`errors.${code}`, { detail: '', defaultValue: code })})`);
  return (
    <Banner
      mark="needs"
      title={t('mailSettings.watchRefused', { count: refused.length, name })}
      actions={settings}
    >
      {names.join('; ')}
    </Banner>
  );
}
