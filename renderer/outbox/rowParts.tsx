import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OutboxGroup } from '../../shared/contract/outbox.ts';
import { useFrame } from '../frame/frameStore.ts';
import { countryName } from '../lib/format.ts';

/** Who is asked and answers: TrepStar, TC.gate, or the practice account by its name. */
export function useServiceName(group: OutboxGroup): string {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === group.accountId));
  if (account?.service === 'practice') return account.name;
  return t(`accounts.services.${account?.service ?? 'trepstar'}`);
}

/** "498 orders, pasted at 11:58", "3 documents, Zoe Mueller and 2 more", or one item's invoice or reference and name. */
export function GroupTitle({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  return titleOf(t, group);
}

export function titleOf(t: TFunction, { count, label, first }: OutboxGroup): string {
  if (count > 1) return joined(t('outbox.ordersPasted', { count, label }).replace(/,\s*$/, ''));
  if (first.documents > 1)
    return joined(
      t('mailings.documents', { count: first.documents }),
      first.reference,
      t('outbox.andMore', { name: first.recipient || first.summary, count: first.documents - 1 }),
    );
  return joined(first.reference, first.recipient) || first.summary;
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');

export function GroupDetails({ group }: { group: OutboxGroup }) {
  const { t } = useTranslation();
  const account = useFrame((state) => state.accounts?.find((a) => a.id === group.accountId));
  const { documents, summary, place } = group.first;
  if (group.count === 1 && documents < 2)
    return [summary.replace(/\.$/, ''), placeOf(place)].filter((part) => part !== '').join('. ');
  const pieces = t(documents > 0 ? 'mailings.pages' : 'outbox.pieces', { count: group.pieces });
  const mode = t(`outbox.${account?.service === 'practice' ? 'practice' : group.mode}`);
  return `${account?.name ?? ''}, ${mode}. ${pieces} ${t('outbox.countries', { count: group.countries })}`;
}

/** "Dresden, DE" with the country in words. */
const placeOf = (place: string): string =>
  place.replace(/, ([A-Z]{2})$/, (_, code: string) => `, ${countryName(code)}`);
