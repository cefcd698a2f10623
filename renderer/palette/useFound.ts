import { Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { standingMark, statusWord } from '../history/columns.tsx';
import { noFilter } from '../history/filters.ts';
import { shortDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { nameOf } from '../lib/addressText.ts';
import type { PaletteEntry } from './entries.ts';

interface Found {
  orders: PaletteEntry[];
  recipients: PaletteEntry[];
}
const nothing: Found = { orders: [], recipients: [] };

/** Orders, letters and recipients that fit what is typed; an answer to an older question is dropped. */
export function useFound(text: string): Found {
  const { t } = useTranslation();
  const [found, setFound] = useState<Found & { search: string }>({ search: '', ...nothing });
  const search = text.trim();
  useEffect(() => {
    if (search.length < 2) return;
    let current = true;
    const filter = { ...noFilter, search };
    void Promise.all([
      api.history.page({ filter, sort: 'at', descending: true, cursor: null, limit: 8 }),
      api.recipients.find({ search, cursor: null, limit: 4 }),
    ]).then(([page, people]) => {
      if (!current || !page.ok) return;
      const orders = page.value.items.map((item) => ({
        id: `item-${item.id}`,
        label: [item.reference, item.recipient].filter((part) => part !== '').join(', '),
        side: `${statusWord(item, t)}, ${shortDay(item.at)}`,
        mark: standingMark(item),
        run: () => go('history', { id: item.itemId, search }),
      }));
      const recipients = (people.ok ? people.value.items : []).map((person) => ({
        id: `person-${person.id}`,
        label: nameOf(person),
        side: `${person.postcode} ${person.city}`.trim() || person.email,
        icon: Users,
        run: () => go('recipients', { id: person.id, search: '' }),
      }));
      setFound({ search, orders, recipients });
    });
    return () => {
      current = false;
    };
  }, [search, t]);
  return search.length < 2 ? nothing : found;
}
