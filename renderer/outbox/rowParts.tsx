import { useTranslation } from 'react-i18next';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import { useFrame } from '../frame/frameStore.ts';
import { countryName } from '../lib/format.ts';

/** Who is asked and answers: TrepStar, TC.gate, the practice gateway. */
export function useServiceName(group: OutboxGroup): string {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === group.accountId));
  if (account?.service === 'practice') return t('history.source.practice');
  return t(`accounts.services.${account?.service ?? 'trepstar'}`);
}

/** "498 orders, pasted at 11:58", or one order's invoice and name. */
export function GroupTitle({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  if (group.count > 1)
    return t('outbox.ordersPasted', { count: group.count, label: group.label }).replace(/,\s*$/, '');
  return `${group.first.reference}, ${group.first.recipient}`;
}

export function GroupDetails({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === group.accountId)?.name ?? '');
  if (group.count === 1) return `${group.first.summary}. ${placeOf(group.first.place)}`;
  const pieces = t('outbox.pieces', { count: group.pieces });
  return `${account}, ${t(`outbox.${group.mode}`)}. ${pieces} ${t('outbox.countries', { count: group.countries })}`;
}

/** "Dresden, DE" with the country in words. */
const placeOf = (place: string): string =>
  place.replace(/, ([A-Z]{2})$/, (_, code: string) => `, ${countryName(code)}`);
