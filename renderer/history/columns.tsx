import type { TFunction } from 'i18next';
import type { HistoryItem } from '../../shared/contract/history.ts';
import { dayAndTime } from '../lib/format.ts';
import type { ListColumn } from '../ui/ListTable.tsx';
import { type Mark, markOf, StatusMark } from '../ui/StatusMark.tsx';

interface Standing extends Pick<HistoryItem, 'status' | 'statusDetail'> {
  nothingMoved?: boolean | undefined;
}

/** The word of a status in the list; more exact than its mark where we know more. */
export function statusWord(item: Standing, t: TFunction): string {
  if (item.nothingMoved) return t('history.nothingMoved');
  return t(`history.status.${item.status}`, { detail: item.statusDetail });
}

/** The mark beside that word: what has not moved for too long wants a look. */
export const standingMark = (item: Standing): Mark => (item.nothingMoved ? 'needs' : markOf[item.status]);

/** The columns of History, in the words of the screen. */
export function historyColumns(t: TFunction): ListColumn<HistoryItem>[] {
  const column = (
    id: string,
    width: string,
    cell: ListColumn<HistoryItem>['cell'],
    from = 0,
  ): ListColumn<HistoryItem> => ({
    id,
    label: t(`history.column.${id}`),
    width,
    cell,
    sortable: 'sortable',
    from,
  });
  return [
    column('at', '138px', (item) => <span className="sec">{dayAndTime(item.at)}</span>),
    column('reference', 'minmax(126px, 1fr)', (item) => <span title={item.reference}>{item.reference}</span>),
    // A letter sent without an address is known by its file.
    column('recipient', 'minmax(116px, 1.3fr)', ({ recipient, summary }) =>
      recipient === '' ? (
        <span className="sub" title={summary}>
          {summary}
        </span>
      ) : (
        <span title={recipient}>{recipient}</span>
      ),
    ),
    column(
      'city',
      'minmax(90px, 1.1fr)',
      (item) => [item.city, item.country].filter((part) => part !== '').join(', '),
      800,
    ),
    column(
      'summary',
      'minmax(110px, 1.7fr)',
      (item) => <span title={item.summary}>{item.summary}</span>,
      690,
    ),
    column('status', '138px', (item) => (
      <StatusMark mark={standingMark(item)}>{statusWord(item, t)}</StatusMark>
    )),
  ];
}
