import { Clock, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../shared/contract/history.ts';
import { useFrame } from '../frame/frameStore.ts';
import { useRoute } from '../frame/routeStore.ts';
import { FirstOrder } from '../frame/FirstOrder.tsx';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { count } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { useReload } from '../lib/useReload.ts';
import { Button } from '../ui/Button.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { Banner, EmptyState, LoadingRows } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { DocumentDetails } from './DocumentDetails.tsx';
import { historyColumns } from './columns.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { dropFilter, filterNames, hasFilters, isSet, noFilter } from './filters.ts';
import { useHistory, type Sort } from './historyStore.ts';
import { ReportButton } from './ReportButton.tsx';
import { OrderDetails } from './OrderDetails.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import './history.css';

const sorts: readonly Sort[] = ['at', 'reference', 'recipient', 'city', 'summary', 'status'];

/** What changes the list. */
const news = ['history.changed'] as const;

/** Everything ever sent, local, instant, offline. */
export default function HistoryScreen() {
  const { t } = useTranslation();
  const {
    items,
    loaded,
    error,
    totals,
    sort,
    descending,
    setSort,
    selectedId,
    select,
    loadMore,
    load,
    loadSides,
    countViews,
  } = useHistory();
  const params = useRoute((state) => state.params);
  const columns = useMemo(() => historyColumns(t), [t]);
  useEffect(() => {
    const { id, batchId, search, filter: wanted } = params;
    const filter =
      batchId !== undefined
        ? { ...noFilter, batchId }
        : search !== undefined
          ? { ...noFilter, search }
          : wanted !== undefined
            ? { ...noFilter, ...wanted }
            : null;
    useHistory.setState({ ...(filter ? { filter } : {}), ...(id === undefined ? {} : { selectedId: id }) });
    void load();
    void loadSides();
  }, [params, load, loadSides]);
  useReload(news, () => Promise.all([load(), countViews()]));
  const selected = items.find((item) => item.itemId === selectedId) ?? null;
  const kind = useKind(selectedId, selected);
  return (
    <div className="screen">
      <ScreenHeader title={t('history.title')}>
        <RefreshButton />
        <ExportButton />
        <ReportButton />
      </ScreenHeader>
      <ViewTabs />
      <FilterBar />
      {error ? (
        <Banner mark="refused" title={t('history.loadFailed', { detail: describeError(error) })} />
      ) : null}
      <div className="body with-details">
        <div className="history-list">
          {loaded ? (
            items.length === 0 ? (
              <Nothing />
            ) : (
              <ListTable
                label={t('history.title')}
                rows={items}
                total={totals?.shown ?? items.length}
                idOf={(item) => item.itemId}
                columns={columns}
                sort={{ column: sort, descending }}
                onSort={(column) => {
                  const found = sorts.find((s) => s === column);
                  if (found) setSort(found);
                }}
                selectedId={selectedId}
                onSelect={(item) => select(item.itemId)}
                onNearEnd={() => void loadMore()}
              />
            )
          ) : (
            <LoadingRows rows={14} />
          )}
          <Totals />
        </div>
        {selectedId === null ? null : kind === 'document' ? (
          <DocumentDetails key={selectedId} documentId={selectedId} onClose={() => select(null)} />
        ) : kind === null ? null : (
          <OrderDetails key={selectedId} orderId={selectedId} item={selected} onClose={() => select(null)} />
        )}
      </div>
    </div>
  );
}

/** What is selected: known from its line, else asked for, as it may be far down the list or filtered out. */
function useKind(id: string | null, item: HistoryItem | null): HistoryItem['kind'] | null {
  const [asked, setAsked] = useState<{ id: string; kind: HistoryItem['kind'] } | null>(null);
  useEffect(() => {
    if (id === null || item !== null) return;
    let gone = false;
    void api.mailings.document({ id }).then((found) => {
      if (!gone) setAsked({ id, kind: found.ok ? 'document' : 'order' });
    });
    return () => {
      gone = true;
    };
  }, [id, item]);
  return item?.kind ?? (asked?.id === id ? (asked?.kind ?? null) : null);
}

function RefreshButton() {
  const { t } = useTranslation();
  const running = useFrame((state) => state.refresh?.running ?? false);
  const [asking, setAsking] = useState(false);
  const refresh = async () => {
    setAsking(true);
    const done = await api.refresh.now();
    setAsking(false);
    toast(
      done.ok
        ? t('history.refreshed', { count: done.value.asked, changed: done.value.changed })
        : describeError(done.error),
    );
  };
  const busy = running || asking;
  return (
    <Button onPress={() => void refresh()} isPending={busy}>
      <RefreshCw aria-hidden className={busy ? 'turning' : ''} />
      {t(busy ? 'history.refreshing' : 'history.refreshNow')}
    </Button>
  );
}

function Totals() {
  const { t } = useTranslation();
  const totals = useHistory((state) => state.totals);
  if (!totals) return null;
  return (
    <footer className="strip totals">
      <span>
        <b>{count(totals.shown)}</b> {t('history.shown')}
      </span>
      <span>
        <b>{count(totals.pieces)}</b> {t('history.piecesTotal', { count: totals.pieces })}
      </span>
      <span>
        <b>{count(totals.countries)}</b> {t('history.countriesTotal', { count: totals.countries })}
      </span>
      <span className="grow" />
      <span className="sub">
        {totals.since === null
          ? t('history.keptNone')
          : t('history.kept', {
              count: totals.all,
              total: totals.all,
              year: String(new Date(totals.since).getFullYear()),
            })}
      </span>
    </footer>
  );
}

/** Nothing sent yet, or nothing fits: then the filter to drop is named. */
function Nothing() {
  const { t } = useTranslation();
  const { filter, setFilter, totals } = useHistory();
  if (totals?.all === 0)
    return (
      <EmptyState drawing={<Clock />} title={t('history.emptyTitle')} actions={<FirstOrder />}>
        {t('history.emptyText')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('history.noHitTitle')}
      actions={
        <>
          {filterNames
            .filter((name) => isSet(filter, name))
            .map((name) => (
              <Button key={name} onPress={() => setFilter(dropFilter(filter, name))}>
                {t('history.filter.drop', { name: t(`history.filter.${name}`) })}
              </Button>
            ))}
          {filter.search === '' ? null : (
            <Button onPress={() => setFilter({ ...filter, search: '' })}>
              {t('history.noHitSearch', { search: filter.search })}
            </Button>
          )}
          {hasFilters(filter) ? (
            <Button onPress={() => setFilter(noFilter)}>{t('history.filter.clear')}</Button>
          ) : null}
        </>
      }
    >
      {t('history.noHitText')}
    </EmptyState>
  );
}
