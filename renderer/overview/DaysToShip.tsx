import { scaleLinear } from '@visx/scale';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import { countryName } from '../lib/format.ts';
import { Segmented } from '../ui/Choices.tsx';

type Rows = Output<'history.overview'>['daysToShip'];
const groups = ['method', 'product', 'country'] as const;
type By = (typeof groups)[number];

/** Days from order to shipment: the middle half as a box, the median as a stroke in it and as a number. */
export function DaysToShip({ rows }: { rows: Rows }) {
  const { t, i18n } = useTranslation();
  const [by, setBy] = useState<By>('method');
  const shown = rows.filter((row) => row.group === by).slice(0, 6);
  const most = Math.max(2, ...shown.map((row) => row.high));
  const x = scaleLinear({ domain: [0, most], range: [0, 100], nice: true });
  const days = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const nameOf = (key: string): string => {
    if (by === 'country') return countryName(key);
    return by === 'method' ? t(`newOrder.method.${key}`, { defaultValue: key }) : key;
  };
  return (
    <section>
      <div className="row">
        <h2 className="sec-h grow">{t('overview.daysToShip')}</h2>
        <Segmented
          label={t('overview.daysToShip')}
          value={by}
          onChange={setBy}
          choices={groups.map((value) => ({ value, label: t(`overview.by.${value}`) }))}
        />
      </div>
      {shown.length === 0 ? (
        <p className="sub xs nothing">{t('overview.nothingShipped')}</p>
      ) : (
        <ul className="boxes">
          {shown.map((row) => (
            <li key={row.key}>
              <span className="ell" title={nameOf(row.key)}>
                {nameOf(row.key)}
              </span>
              <span className="track" aria-hidden>
                <i
                  className="box"
                  style={{ left: `${x(row.low)}%`, width: `${Math.max(0.6, x(row.high) - x(row.low))}%` }}
                />
                <i className="median" style={{ left: `${x(row.median)}%` }} />
              </span>
              <span className="num">
                {days.format(row.median)}
                <span className="vh">
                  {t('overview.spread', {
                    low: days.format(row.low),
                    high: days.format(row.high),
                    count: row.count,
                  })}
                </span>
              </span>
            </li>
          ))}
          <li className="scale" aria-hidden>
            <span />
            <span className="track">
              {x.ticks(4).map((tick) => (
                <i key={tick} className="tick" style={{ left: `${x(tick)}%` }}>
                  {days.format(tick)}
                </i>
              ))}
            </span>
            <span className="num">{t('overview.days')}</span>
          </li>
        </ul>
      )}
    </section>
  );
}
