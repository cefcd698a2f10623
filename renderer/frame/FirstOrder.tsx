import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { go } from './routeStore.ts';

/** The two ways to an order, for screens that have nothing to show before the first. */
export function FirstOrder() {
  const { t } = useTranslation();
  return (
    <>
      <Button look="primary" onPress={() => go('paste')}>
        {t('frame.screens.paste')}
      </Button>
      <Button onPress={() => go('newOrder')}>{t('frame.screens.newOrder')}</Button>
    </>
  );
}
