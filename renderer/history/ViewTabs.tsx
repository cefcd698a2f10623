import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryFilter } from '../../shared/contract/history.ts';
import { count } from '../lib/format.ts';
import { useNow } from '../lib/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { hasFilters } from './filters.ts';
import { useHistory } from './historyStore.ts';
import { allViews } from './views.ts';

const same = (a: HistoryFilter, b: HistoryFilter): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All, Bad news, This week, and the views one has saved. */
export function ViewTabs() {
  const { t } = useTranslation();
  const { filter, setFilter, views, counts, saveView, removeView } = useHistory();
  const today = useNow(60_000);
  const [naming, setNaming] = useState<string | null>(null);
  const nameOf = (id: string): string => views.find((own) => own.id === id)?.name ?? t(`history.view.${id}`);
  const save = async () => {
    if (naming === null || naming.trim() === '') return;
    await saveView(naming.trim());
    setNaming(null);
  };
  const isOwn = views.some((view) => same(view.filter, filter));
  return (
    <div className="view-tabs" role="toolbar" aria-label={t('history.views')}>
      {allViews(views, new Date(today)).map((view) => {
        const isOn = same(view.filter, filter);
        const shown = counts.get(view.id);
        return (
          <span key={view.id} className={`view-tab ${isOn ? 'on' : ''}`}>
            <button
              aria-pressed={isOn}
              aria-description={shown === undefined ? undefined : t('history.items', { count: shown })}
              onClick={() => setFilter(view.filter)}
            >
              {nameOf(view.id)}
              {shown === undefined ? null : (
                <span className="sub num" aria-hidden>
                  {count(shown)}
                </span>
              )}
            </button>
            {isOn && views.some((own) => own.id === view.id) ? (
              <button
                className="drop"
                aria-label={t('history.removeView')}
                onClick={() => void removeView(view.id)}
              >
                <X aria-hidden className="lucide" />
              </button>
            ) : null}
          </span>
        );
      })}
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
            <Button onPress={() => setNaming(null)}>{t('history.cancel')}</Button>
            <Button look="primary" onPress={() => void save()}>
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
