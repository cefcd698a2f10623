import { ChevronDown, Search, X } from 'lucide-react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { services, type Service } from '../../shared/contract/accounts.ts';
import type { HistoryFilter } from '../../shared/contract/history.ts';
import { shippingMethods } from '../../shared/orders/order.ts';
import { orderStatuses, type OrderStatus } from '../../shared/orders/status.ts';
import { useFrame } from '../frame/frameStore.ts';
import { countryName } from '../lib/format.ts';
import { useNow } from '../lib/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton, type MenuChoice } from '../ui/MenuButton.tsx';
import {
  choiceOf,
  dateChoices,
  dropFilter,
  filterNames,
  hasFilters,
  isGiven,
  isSet,
  noFilter,
  startOf,
  type FilterName,
} from './filters.ts';
import { useHistory } from './historyStore.ts';

const toggled = <T extends string>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((item) => item !== value) : [...list, value];

/** Search and filters; a set one is filled and can be dropped alone. */
export function FilterBar() {
  const { t } = useTranslation();
  const { filter, setFilter } = useHistory();
  return (
    <div className="filter-bar">
      <SearchField
        className="search"
        aria-label={t('history.search')}
        value={filter.search}
        onChange={(search) => setFilter({ ...filter, search })}
      >
        <Search aria-hidden className="lucide" />
        <Input placeholder={t('history.search')} title={t('history.searchHelp')} />
      </SearchField>
      {filterNames
        .filter((name) => !isGiven(name) || isSet(filter, name))
        .map((name) => (
          <OneFilter key={name} name={name} />
        ))}
      {hasFilters(filter) ? (
        <Button look="link" onPress={() => setFilter({ ...noFilter, search: filter.search })}>
          {t('history.filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function OneFilter({ name }: { name: FilterName }) {
  const { t } = useTranslation();
  const { filter, setFilter } = useHistory();
  const { choices, choose } = useChoices(name);
  const set = isSet(filter, name);
  const picked = choices.filter((choice) => choice.checked).map((choice) => choice.label);
  const label = t(`history.filter.${name}`);
  return (
    <span className={`filter ${set ? 'set' : ''}`}>
      {isGiven(name) ? (
        <span className="filter-name">{label}</span>
      ) : (
        <MenuButton
          className="filter-name"
          mode="many"
          label={
            <>
              {set ? `${label}: ` : label}
              {set ? (
                <b>{picked.length > 2 ? `${picked.length}` : picked.join(', ')}</b>
              ) : (
                <ChevronDown aria-hidden className="lucide" />
              )}
            </>
          }
          choices={choices}
          onChoose={choose}
        />
      )}
      {set ? (
        <button
          className="drop"
          aria-label={t('history.filter.drop', { name: label })}
          onClick={() => setFilter(dropFilter(filter, name))}
        >
          <X aria-hidden className="lucide" />
        </button>
      ) : null}
    </span>
  );
}

/** What can be ticked under a filter, and what a tick does. */
function useChoices(name: FilterName): { choices: MenuChoice[]; choose: (id: string) => void } {
  const { t, i18n } = useTranslation();
  const { filter, setFilter, facets } = useHistory();
  const accounts = useFrame((state) => state.accounts) ?? [];
  const today = useNow(60_000);
  const change = (part: Partial<HistoryFilter>) => setFilter({ ...filter, ...part });
  const ticks = <T extends string>(
    held: readonly T[],
    all: readonly { id: T; label: string }[],
    save: (list: T[]) => void,
  ) => ({
    choices: all.map((choice) => ({ ...choice, checked: held.includes(choice.id) })),
    choose: (id: string) => {
      const found = all.find((choice) => choice.id === id);
      if (found) save(toggled(held, found.id));
    },
  });
  switch (name) {
    case 'date': {
      const now = new Date(today);
      const chosen = choiceOf(filter, now);
      return {
        choices: dateChoices.map((id) => ({ id, label: t(`history.date.${id}`), checked: id === chosen })),
        choose: (id) => {
          const found = dateChoices.find((choice) => choice === id);
          if (found) change({ from: found === chosen ? null : startOf(found, now), to: null });
        },
      };
    }
    case 'account':
      return ticks(
        filter.accountIds,
        accounts.map(({ id, name: label }) => ({ id, label })),
        (accountIds) => change({ accountIds }),
      );
    case 'service':
      return ticks<Service>(
        filter.services,
        services.map((id) => ({ id, label: t(`accounts.services.${id}`) })),
        (list) => change({ services: list }),
      );
    case 'status':
      return ticks<OrderStatus>(
        filter.statuses,
        orderStatuses.map((id) => ({
          id,
          label: t(`history.status.${id}`, { detail: '' }).replace(/:\s*$/, ''),
        })),
        (statuses) => change({ statuses }),
      );
    case 'product':
      return ticks(
        filter.productIds,
        facets.products.map(({ productId, title }) => ({ id: productId, label: title || productId })),
        (productIds) => change({ productIds }),
      );
    case 'country':
      return ticks(
        filter.countries,
        facets.countries
          .map((id) => ({ id, label: countryName(id) }))
          .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
        (countries) => change({ countries }),
      );
    case 'method':
      return ticks<string>(
        filter.methods,
        shippingMethods.map((id) => ({ id, label: t(`newOrder.method.${id}`) })),
        (methods) => change({ methods }),
      );
    case 'mode': {
      const held = filter.mode === null ? [] : [filter.mode];
      const all = (['live', 'test'] as const).map((id) => ({ id, label: t(`newOrder.${id}`) }));
      return ticks<'live' | 'test'>(held, all, (list) => change({ mode: list.at(-1) ?? null }));
    }
    case 'batch':
    case 'recipient':
      return { choices: [], choose: () => undefined };
  }
}
