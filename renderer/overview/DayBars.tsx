import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar as Rect } from '@visx/shape';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { count, longDay, shortDay } from '../lib/format.ts';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { dayOf, layers, roomFor, type Bar } from './bars.ts';

const height = 236;
const margin = { top: 8, right: 2, bottom: 22 };

/** Orders and letters by day or week, stacked by state; the same figures as a table below on demand. */
export function DayBars({ bars, title, span }: { bars: readonly Bar[]; title: string; span: number }) {
  const { t } = useTranslation();
  const [frame, width] = useWidth();
  const used = layers.filter((layer) => bars.some((bar) => bar.counts[layer] > 0));
  const most = Math.max(4, ...bars.map((bar) => bar.total));
  const y = scaleLinear({ domain: [0, most], range: [height - margin.bottom, margin.top], nice: 4 });
  const ticks = y.ticks(3).filter(Number.isInteger);
  const left = roomFor(ticks.map(count));
  const x = scaleBand({
    domain: bars.map((bar) => bar.day),
    range: [left, Math.max(left + 10, width - margin.right)],
    padding: 0.28,
  });
  const every = Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor(width / 92))));
  const words = (bar: Bar): string =>
    [
      longDay(dayOf(bar.day)),
      ...used
        .filter((layer) => bar.counts[layer] > 0)
        .map((layer) => `${t(`overview.layers.${layer}`)} ${count(bar.counts[layer])}`),
    ].join(', ');
  return (
    <figure className="plot">
      <div ref={frame}>
        <svg role="img" aria-label={title} width="100%" height={height} viewBox={`0 0 ${width} ${height}`}>
          <Group aria-hidden>
            {ticks.map((tick) => (
              <Group key={tick}>
                <line className="rule" x1={left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
                <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                  {count(tick)}
                </text>
              </Group>
            ))}
            {bars.map((bar, index) =>
              index % every === 0 ? (
                <text
                  key={bar.day}
                  x={(x(bar.day) ?? 0) + x.bandwidth() / 2}
                  y={height - 6}
                  textAnchor={index === 0 ? 'start' : 'middle'}
                >
                  {shortDay(dayOf(bar.day))}
                </text>
              ) : null,
            )}
          </Group>
          {bars.map((bar) => {
            let below = 0;
            return (
              <Group
                key={bar.day}
                className="day"
                onClick={() => {
                  const from = dayOf(bar.day);
                  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + span);
                  go('history', { filter: { from: from.getTime(), to: to.getTime() - 1 } });
                }}
              >
                <title>{words(bar)}</title>
                <Rect
                  className="catch"
                  x={x(bar.day) ?? 0}
                  y={margin.top}
                  width={x.bandwidth()}
                  height={height - margin.top - margin.bottom}
                />
                {used.map((layer) => {
                  const from = below;
                  below += bar.counts[layer];
                  if (bar.counts[layer] === 0) return null;
                  // A hairline of paper between the layers, so that they differ without colour too.
                  const tall = Math.max(1, y(from) - y(below) - (from === 0 ? 0 : 1));
                  return (
                    <Rect
                      key={layer}
                      className={`layer ${layer}`}
                      x={x(bar.day) ?? 0}
                      y={y(below)}
                      width={x.bandwidth()}
                      height={tall}
                    />
                  );
                })}
              </Group>
            );
          })}
        </svg>
      </div>
      <figcaption className="legend">
        {used.toReversed().map((layer) => (
          <span key={layer} className={`pill ${layer}`}>
            <StatusIcon mark={layer} />
            {t(`overview.layers.${layer}`)}
          </span>
        ))}
        <span className="grow" />
        <AsTable bars={bars.filter((bar) => bar.total > 0)} used={used} />
      </figcaption>
    </figure>
  );
}

function AsTable({ bars, used }: { bars: readonly Bar[]; used: readonly (typeof layers)[number][] }) {
  const { t } = useTranslation();
  return (
    <details className="as-table">
      <summary>{t('overview.asTable')}</summary>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('overview.asTable')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('overview.from')}</th>
              {used.map((layer) => (
                <th key={layer} scope="col" className="num">
                  {t(`overview.layers.${layer}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.toReversed().map((bar) => (
              <tr key={bar.day}>
                <th scope="row">{longDay(dayOf(bar.day))}</th>
                {used.map((layer) => (
                  <td key={layer} className="num">
                    {count(bar.counts[layer])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The width an element has now; 600 until it is known. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}
