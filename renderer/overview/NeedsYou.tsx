import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../shared/contract/history.ts';
import { go } from '../frame/routeStore.ts';
import { countryName, dayAndTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { markOf, StatusIcon } from '../ui/StatusMark.tsx';

/** What wants a decision, newest first; or the good news that nothing does. */
export function NeedsYou({ items, all }: { items: readonly HistoryItem[]; all: number }) {
  const { t } = useTranslation();
  const place = (item: HistoryItem) =>
    [item.city, item.country === '' ? '' : countryName(item.country)]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <section>
      <h2 className="sec-h">
        {t('overview.figures.needsYou')} <span className="sub">{t('overview.newestFirst')}</span>
      </h2>
      {items.length === 0 ? <p className="sec nothing calm">{t('overview.nothingNeedsYou')}</p> : null}
      <ul className="needs-list">
        {items.map((item) => (
          <li key={item.id}>
            <StatusIcon
              mark={markOf[item.status] === 'waiting' || item.nothingMoved ? 'needs' : markOf[item.status]}
            />
            <div className="grow">
              <p className="med">
                {t(`overview.trouble.${item.status}`, { defaultValue: t('overview.trouble.other') })}
              </p>
              <p className="sec xs">
                {[item.reference, item.recipient, place(item)].filter((part) => part !== '').join(', ')}
              </p>
            </div>
            <span className="sub xs w-only nowrap">{dayAndTime(item.at)}</span>
            <Button
              aria-label={t('overview.showOne', { name: item.recipient })}
              onPress={() =>
                item.status === 'refused' || item.status === 'unconfirmed'
                  ? go('outbox')
                  : go('history', { id: item.itemId, filter: { badNews: true } })
              }
            >
              {t('overview.show')}
            </Button>
          </li>
        ))}
      </ul>
      {all > items.length ? (
        <Button look="link" onPress={() => go('history', { filter: { badNews: true } })}>
          {t('overview.showAll', { count: all })}
        </Button>
      ) : null}
    </section>
  );
}
