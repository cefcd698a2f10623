import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Notices.tsx';
import { refusedNames } from './refusedNames.ts';
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
  return (
    <Banner
      mark="needs"
      title={t('mailSettings.watchRefused', { count: refused.length, name })}
      actions={settings}
    >
      {refusedNames(t, refused)}
    </Banner>
  );
}
