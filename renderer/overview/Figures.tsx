import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import { go } from '../frame/routeStore.ts';
import { count } from '../lib/format.ts';
import { StatusIcon, type Mark } from '../ui/StatusMark.tsx';

type Figures = Output<'history.overview'>['figures'];

/** Today at a glance; each figure opens what it counts. */
export function Glance({ figures, waitingRemark }: { figures: Figures; waitingRemark: string }) {
  const { t } = useTranslation();
  const cells: { mark: Mark; name: keyof Figures; remark: string; open: () => void }[] = [
    { mark: 'waiting', name: 'waiting', remark: waitingRemark, open: () => go('outbox') },
    {
      mark: 'made',
      name: 'made',
      remark: t('overview.remarks.made'),
      open: () => go('history', { filter: { statuses: ['accepted', 'made', 'other'] } }),
    },
    {
      mark: 'shipped',
      name: 'shipped',
      remark: t('overview.remarks.shipped'),
      open: () => go('history', { filter: { statuses: ['shipped', 'delivered'] } }),
    },
    {
      mark: 'needs',
      name: 'needsYou',
      remark: t(figures.needsYou === 0 ? 'overview.remarks.calm' : 'overview.remarks.needsYou'),
      open: () => go('history', { filter: { badNews: true } }),
    },
  ];
  return (
    <section className="glance" aria-label={t('overview.today')}>
      {cells.map(({ mark, name, remark, open }) => (
        <button
          key={name}
          className={`g ${mark} ${name === 'needsYou' && figures.needsYou > 0 ? 'loud' : ''}`}
          onClick={open}
        >
          <span className="g-name">
            <StatusIcon mark={mark} />
            {t(`overview.figures.${name}`)}
          </span>
          <b>{count(figures[name])}</b>
          <span className="g-remark">{remark}</span>
        </button>
      ))}
    </section>
  );
}
