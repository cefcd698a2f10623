import { Plus, RefreshCw } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { firstFrame, useDrawn } from '../lib/firstFrame.ts';
import { longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { readLater } from '../lib/readLater.tsx';
import { useNow } from '../lib/useNow.ts';
import { useReload } from '../lib/useReload.ts';
import { Button } from '../ui/Button.tsx';
import { Banner, LoadingRows } from '../ui/Notices.tsx';
import { useOverview } from './overviewStore.ts';
import './overview.css';

// With its plots, beside the figures they show.
const Sheet = readLater(() => import('./Sheet.tsx'));

/** What changes the figures. */
const news = ['history.changed', 'outbox.changed'] as const;

/** Today at a glance, what wants a decision, and how things have been going. */
export default function OverviewScreen() {
  const { t } = useTranslation();
  const { overview, error, load } = useOverview();
  const now = useNow(60_000);
  const drawn = useDrawn();
  const running = useFrame((state) => state.refresh?.running ?? false);
  useEffect(() => {
    void firstFrame.then(() => Promise.all([Sheet.read(), load()]));
  }, [load]);
  useReload(news, load);
  return (
    <div className="screen">
      <ScreenHeader title={t('frame.screens.overview')} remark={drawn ? longDay(now) : null}>
        <Button onPress={() => void api.refresh.now()} isPending={running}>
          <RefreshCw aria-hidden />
          {t(running ? 'history.refreshing' : 'history.refreshNow')}
        </Button>
        <Button look="primary" onPress={() => go('newOrder')}>
          <Plus aria-hidden />
          {t('frame.screens.newOrder')}
        </Button>
      </ScreenHeader>
      {error ? <Banner mark="refused" title={describeError(error)} /> : null}
      {overview === null ? (
        error ? null : (
          <LoadingRows rows={10} />
        )
      ) : (
        <Suspense fallback={<LoadingRows rows={10} />}>
          <Sheet />
        </Suspense>
      )}
    </div>
  );
}
