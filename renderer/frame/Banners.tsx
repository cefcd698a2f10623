import { useTranslation } from 'react-i18next';
import { Banner, TestBanner } from '../ui/Notices.tsx';
import { useFrame } from './frameStore.ts';

/** What must not be missed on any screen: practice, test mode with its traps, trouble at the start, offline. */
export function Banners() {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === state.accountId));
  const offline = useFrame((state) => state.refresh?.online === false);
  const trouble = useFrame((state) => state.info?.startTrouble);
  const waiting = useFrame((state) => state.outbox?.waiting ?? 0);
  return (
    <>
      {trouble ? (
        <Banner
          mark="refused"
          title={t(`startTrouble.${trouble.code}.title`, { defaultValue: trouble.code })}
        >
          {t(`startTrouble.${trouble.code}.text`, { defaultValue: trouble.detail, detail: trouble.detail })}
        </Banner>
      ) : null}
      {account?.service === 'practice' ? (
        <TestBanner title={t('frame.practiceTitle')}>{t('frame.practiceText')}</TestBanner>
      ) : null}
      {account?.service === 'trepstar' && account.settings.defaultMode === 'test' ? (
        <TestBanner title={t('frame.testTitle', { account: account.name })}>
          {t('frame.testTrepstar')}
        </TestBanner>
      ) : null}
      {account?.service === 'tcgate' && account.settings.environment !== 'production' ? (
        <TestBanner title={t(`frame.tcgate.${account.settings.environment}.title`)}>
          {t(`frame.tcgate.${account.settings.environment}.text`)}
        </TestBanner>
      ) : null}
      {offline ? (
        <Banner mark="waiting" title={t('frame.offlineTitle')}>
          {t('frame.offlineText', { count: waiting })}
        </Banner>
      ) : null}
    </>
  );
}
