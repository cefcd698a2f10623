import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { noFilter } from '../history/filters.ts';
import { shortDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { markOf } from '../ui/StatusMark.tsx';
import type { PaletteEntry } from './entries.ts';

/** Orders and letters that fit what is typed; an answer to an older question is dropped. */
export function useFound(text: string): PaletteEntry[] {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ search: string; entries: PaletteEntry[] }>({
    search: '',
    entries: [],
  });
  const search = text.trim();
  useEffect(() => {
    if (search.length < 2) return;
    let current = true;
    const filter = { ...noFilter, search };
    void api.history.page({ filter, sort: 'at', descending: true, cursor: null, limit: 8 }).then((page) => {
      if (!current || !page.ok) return;
      const entries = page.value.items.map((item) => ({
        id: `item-${item.id}`,
        label: [item.reference, item.recipient].filter((part) => part !== '').join(', '),
        side: `${t(`history.status.${item.status}`, { detail: item.statusDetail })}, ${shortDay(item.at)}`,
        mark: markOf[item.status],
        run: () => go('history', { id: item.itemId, search }),
      }));
      setFound({ search, entries });
    });
    return () => {
      current = false;
    };
  }, [search, t]);
  return search.length < 2 ? [] : found.entries;
}
