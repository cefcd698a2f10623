import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import { go } from '../frame/routeStore.ts';
import { count, shortDay } from '../lib/format.ts';
import { StatusIcon, type Mark } from '../ui/StatusMark.tsx';

type Overview = Output<'history.overview'>;
type Figures = Overview['figures'];

/** Today at a glance; each figure opens what it counts. */
export function Glance({ overview, waitingRemark }: { overview: Overview; waitingRemark: string }) {
  const { t } = useTranslation();
  const { figures, madeSince, needsNew } = overview;
  const cells: { mark: Mark; name: keyof Figures; remark: string; open: () => void }[] = [
    { mark: 'waiting', name: 'waiting', remark: waitingRemark, open: () => go('outbox') },
    {
      mark: 'made',
      name: 'made',
      remark:
        madeSince === null
          ? t('overview.remarks.made')
          : t('overview.remarks.madeSince', { day: shortDay(madeSince) }),
      open: () => go('history', { filter: { statuses: ['accepted', 'made', 'other'] } }),
    },
    {
      mark: 'shipped',
      name: 'shipped',
      remark: t('overview.remarks.shipped'),
      open: () => go('history', { filter: { statuses: ['shipped', 'delivered'] } }),
    },
    {
      mark: 'delivered',
      name: 'delivered',
      remark: t('overview.remarks.delivered'),
      open: () => go('history', { filter: { statuses: ['delivered'] } }),
    },
    {
      mark: 'needs',
      name: 'needsYou',
      remark: needsRemark(t, figures.needsYou, needsNew),
      open: () => go('history', { filter: { badNews: true } }),
    },
  ];
  return (
    <section className="glance" aria-label={t('overview.today')}>
      {cells.map(({ mark, name, remark, open }) => (
        <button
          key={name}
          className={`figure ${mark} ${name === 'needsYou' && figures.needsYou > 0 ? 'loud' : ''}`}
          onClick={open}
        >
          <span className="figure-name">
            <StatusIcon mark={mark} />
            {t(`overview.figures.${name}`)}
          </span>
          <b>{count(figures[name])}</b>
          <span className="figure-remark">{remark}</span>
        </button>
      ))}
    </section>
  );
}

function needsRemark(t: TFunction, all: number, fresh: number): string {
  if (all === 0) return t('overview.remarks.calm');
  return fresh === 0 ? t('overview.remarks.needsYou') : t('overview.remarks.needsNew', { count: fresh });
}
