import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryFilter } from '../../shared/contract/history.ts';
import { useNow } from '../lib/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { hasFilters, noFilter, startOfWeek } from './filters.ts';
import { useHistory } from './historyStore.ts';

const same = (a: HistoryFilter, b: HistoryFilter): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All, Bad news, This week, and the views one has saved. */
export function ViewTabs() {
  const { t } = useTranslation();
  const { filter, setFilter, views, saveView, removeView } = useHistory();
  const today = useNow(60_000);
  const [naming, setNaming] = useState<string | null>(null);
  const fixed = [
    { id: 'all', name: t('history.viewAll'), filter: noFilter },
    { id: 'bad', name: t('history.viewBadNews'), filter: { ...noFilter, badNews: true } },
    {
      id: 'week',
      name: t('history.viewThisWeek'),
      filter: { ...noFilter, from: startOfWeek(new Date(today)) },
    },
  ];
  const save = async () => {
    if (naming === null || naming.trim() === '') return;
    await saveView(naming.trim());
    setNaming(null);
  };
  const isOwn = views.some((view) => same(view.filter, filter));
  return (
    <div className="view-tabs" role="toolbar" aria-label={t('history.views')}>
      {[...fixed, ...views].map((view) => (
        <span key={view.id} className={`view-tab ${same(view.filter, filter) ? 'on' : ''}`}>
          <button aria-pressed={same(view.filter, filter)} onClick={() => setFilter(view.filter)}>
            {view.name}
          </button>
          {views.some((own) => own.id === view.id) && same(view.filter, filter) ? (
            <button
              className="drop"
              aria-label={t('history.removeView')}
              onClick={() => void removeView(view.id)}
            >
              <X aria-hidden className="lucide" />
            </button>
          ) : null}
        </span>
      ))}
      {(hasFilters(filter) || filter.search !== '') && !isOwn ? (
        <Button look="link" onPress={() => setNaming('')}>
          <Plus aria-hidden />
          {t('history.saveView')}
        </Button>
      ) : null}
      <Dialog
        title={t('history.saveView')}
        open={naming !== null}
        onClose={() => setNaming(null)}
        width="narrow"
        footer={
          <>
            <span className="grow" />
            <Button size="large" onPress={() => setNaming(null)}>
              {t('history.cancel')}
            </Button>
            <Button size="large" look="primary" onPress={() => void save()}>
              {t('history.saveView')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('history.viewName')}
          value={naming ?? ''}
          onChange={setNaming}
          autoFocus
          maxLength={60}
        />
      </Dialog>
    </div>
  );
}
