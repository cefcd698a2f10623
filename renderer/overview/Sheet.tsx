import { useTranslation } from 'react-i18next';
import { explainRefusal } from '../../shared/orders/refusals.ts';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { countryName } from '../lib/format.ts';
import { painted } from '../lib/painted.ts';
import { useNow } from '../lib/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { EmptyState } from '../ui/Notices.tsx';
import { barsOf } from './bars.ts';
import { DayBars } from './DayBars.tsx';
import { DaysToShip } from './DaysToShip.tsx';
import { Glance } from './Figures.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { lookBack, useOverview } from './overviewStore.ts';
import { TopList } from './TopList.tsx';

/** Today's figures, what needs a decision, and the plots; once there are figures. */
export default function Sheet() {
  const { t } = useTranslation();
  const { overview, needs, by, setBy } = useOverview();
  const now = useNow(60_000);
  const summary = useFrame((state) => state.outbox);
  if (overview === null) return null;
  const { figures, perDay, daysToShip, topProducts, topCountries, refusals } = overview;
  if (perDay.length === 0 && figures.waiting + figures.made + figures.needsYou === 0) return <NothingYet />;
  const bars = barsOf(perDay, by, lookBack[by], new Date(now));
  const causes = new Map<string, number>();
  for (const { code, count } of refusals) {
    const cause = t(`overview.causes.${explainRefusal(code).reason}`);
    causes.set(cause, (causes.get(cause) ?? 0) + count);
  }
  const remark = t('overview.lastDays', { count: lookBack[by] });
  return (
    <div className="scroll overview">
      <Glance
        overview={overview}
        waitingRemark={
          summary === null || figures.waiting === 0
            ? t('overview.remarks.nothingWaits')
            : t(summary.paused ? 'overview.remarks.paused' : 'overview.remarks.waiting')
        }
      />
      <div className="two">
        <NeedsYou items={needs} all={figures.needsYou} />
        <section>
          <div className="row">
            <h2 className="sec-h grow" {...painted('sheet')}>
              {t(`overview.per.${by}`)}
            </h2>
            <Segmented
              label={t(`overview.per.${by}`)}
              value={by}
              onChange={(value) => void setBy(value)}
              choices={[
                { value: 'day', label: t('overview.day') },
                { value: 'week', label: t('overview.week') },
              ]}
            />
          </div>
          <DayBars bars={bars} title={t(`overview.per.${by}`)} span={by === 'day' ? 1 : 7} />
        </section>
      </div>
      <div className="four">
        <DaysToShip rows={daysToShip} />
        <TopList
          title={t('overview.topProducts')}
          remark={remark}
          rows={topProducts.map(({ title, pieces }) => ({
            name: title,
            value: pieces,
            open: () => go('history', { search: title }),
          }))}
        />
        <TopList
          title={t('overview.topCountries')}
          remark={remark}
          rows={topCountries.map(({ country, count }) => ({
            name: countryName(country),
            value: count,
            open: () => go('history', { filter: { countries: [country] } }),
          }))}
        />
        <TopList
          title={t('overview.refusals')}
          remark={remark}
          look="refused"
          rows={[...causes].map(([name, value]) => ({ name, value }))}
        />
      </div>
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  return (
    <EmptyState
      drawing={<Envelope />}
      title={t('overview.emptyTitle')}
      actions={
        <>
          <Button look="primary" size="large" onPress={() => go('paste')}>
            {t('frame.screens.paste')}
          </Button>
          <Button size="large" onPress={() => go('newOrder')}>
            {t('frame.screens.newOrder')}
          </Button>
        </>
      }
    >
      {t('overview.emptyText')}
    </EmptyState>
  );
}

/** A window envelope in hairlines. */
function Envelope() {
  return (
    <svg viewBox="0 0 96 72" fill="none" stroke="currentColor" aria-hidden>
      <rect x="2" y="8" width="92" height="60" rx="3" />
      <path d="M3 10 48 42 93 10" />
      <rect x="50" y="44" width="34" height="14" rx="2" />
      <path d="M55 49h20M55 53h14" />
    </svg>
  );
}
