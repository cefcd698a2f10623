import type { TFunction } from 'i18next';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { countryName, shortDay } from '../lib/format.ts';
import type { ListColumn } from '../ui/ListTable.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { doubtsOf, nameOf } from '../lib/addressText.ts';

/** "2 orders, 1 letter"; '' = nothing yet. */
export const sentWords = (person: Pick<Recipient, 'orders' | 'documents'>, t: TFunction): string =>
  [
    person.orders === 0 ? '' : t('recipients.orders', { count: person.orders }),
    person.documents === 0 ? '' : t('recipients.letters', { count: person.documents }),
  ]
    .filter((part) => part !== '')
    .join(', ');

/** The columns of the list. */
export function recipientColumns(t: TFunction): ListColumn<Recipient>[] {
  const column = (
    id: string,
    width: string,
    cell: ListColumn<Recipient>['cell'],
    from = 0,
  ): ListColumn<Recipient> => ({ id, label: t(`recipients.${id}`), width, cell, sortable: 'plain', from });
  return [
    column('name', 'minmax(150px, 1.5fr)', (person) => <Name person={person} />),
    column('place', 'minmax(130px, 1.1fr)', (person) => <Place person={person} />),
    column('country', 'minmax(90px, 0.8fr)', (person) => countryName(person.country), 580),
    column('sent', 'minmax(104px, 0.9fr)', (person) => <span className="sec">{sentWords(person, t)}</span>),
    column('last', '76px', (person) => (
      <span className="sec">{person.lastAt === null ? t('recipients.never') : shortDay(person.lastAt)}</span>
    )),
  ];
}

function Name({ person }: { person: Recipient }) {
  const under = person.name === '' ? '' : person.company;
  return (
    <span title={[nameOf(person), under].filter((part) => part !== '').join(', ')}>
      {nameOf(person)} {under === '' ? null : <span className="sub">{under}</span>}
    </span>
  );
}

function Place({ person }: { person: Recipient }) {
  const doubts = doubtsOf(person);
  const words = `${person.postcode} ${person.city}`.trim();
  if (doubts === '') return words;
  return (
    <span className="doubtful" title={doubts}>
      <StatusIcon mark="needs" />
      {words}
      <span className="vh">{doubts}</span>
    </span>
  );
}
