import { MoreHorizontal, Plus, Search, Users } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { recipientSorts, type Recipient } from '../../shared/contract/recipients.ts';
import { useRoute } from '../frame/routeStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { count } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { useReload } from '../lib/useReload.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Banner, EmptyState, LoadingRows } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { recipientColumns } from './columns.tsx';
import { DoublesDialog } from './DoublesDialog.tsx';
import { exportRecipients } from './exportRecipients.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { RecipientDetails } from './RecipientDetails.tsx';
import { RecipientDialog } from './RecipientDialog.tsx';
import { useRecipients } from './recipientsStore.ts';
import './recipients.css';

type Open = { dialog: 'edit'; recipient: Recipient | null } | { dialog: 'import' | 'doubles' } | null;

/** What changes the list. */
const news = ['recipients.changed', 'history.changed'] as const;

/** Everyone ever written to, and everyone added by hand. */
export default function RecipientsScreen() {
  const { t } = useTranslation();
  const { items, total, loaded, error, selectedId, select, search, load, loadMore } = useRecipients();
  const params = useRoute((state) => state.params);
  const [open, setOpen] = useState<Open>(null);
  const columns = useMemo(() => recipientColumns(t), [t]);
  useEffect(() => {
    const { id, search: wanted } = params;
    useRecipients.setState({
      ...(id === undefined ? {} : { selectedId: id }),
      ...(wanted === undefined ? {} : { search: wanted }),
    });
    void load();
  }, [params, load]);
  useReload(news, load);
  const nobody = loaded && items.length === 0 && search.trim() === '';
  return (
    <div className="screen">
      <ScreenHeader title={t('frame.screens.recipients')}>
        <Menu nobody={nobody} open={setOpen} />
        <Button onPress={() => setOpen({ dialog: 'import' })}>{t('recipients.import')}</Button>
        <Button look="primary" onPress={() => setOpen({ dialog: 'edit', recipient: null })}>
          <Plus aria-hidden />
          {t('recipients.add')}
        </Button>
      </ScreenHeader>
      {error ? (
        <Banner mark="refused" title={t('recipients.loadFailed', { why: describeError(error) })} />
      ) : null}
      {nobody && error === null ? (
        <EmptyState
          drawing={<Users />}
          title={t('recipients.emptyTitle')}
          actions={
            <>
              <Button onPress={() => setOpen({ dialog: 'edit', recipient: null })}>
                {t('recipients.add')}
              </Button>
              <Button onPress={() => setOpen({ dialog: 'import' })}>{t('recipients.import')}</Button>
            </>
          }
        >
          {t('recipients.emptyText')}
        </EmptyState>
      ) : (
        <>
          <SearchBar />
          <div className="body with-details">
            <div className="recipient-list">
              {!loaded ? (
                <LoadingRows rows={14} />
              ) : items.length === 0 ? (
                <NoHit />
              ) : (
                <ListTable
                  label={t('frame.screens.recipients')}
                  rows={items}
                  total={total}
                  idOf={(person) => person.id}
                  columns={columns}
                  selectedId={selectedId}
                  onSelect={(person) => select(person.id)}
                  onNearEnd={() => void loadMore()}
                />
              )}
              <footer className="strip totals">
                <span>
                  <b>{count(total)}</b> {t('recipients.shown', { count: total })}
                </span>
              </footer>
            </div>
            {selectedId === null ? null : (
              <RecipientDetails
                key={selectedId}
                id={selectedId}
                onEdit={(recipient) => setOpen({ dialog: 'edit', recipient })}
                onClose={() => select(null)}
              />
            )}
          </div>
        </>
      )}
      <Dialogs open={open} close={() => setOpen(null)} />
    </div>
  );
}

function Dialogs({ open, close }: { open: Open; close: () => void }) {
  switch (open?.dialog) {
    case 'edit':
      return (
        <RecipientDialog
          recipient={open.recipient}
          onClose={close}
          onSaved={(saved) => {
            close();
            useRecipients.getState().select(saved.id);
          }}
        />
      );
    case 'import':
      return <ImportDialog onClose={close} />;
    case 'doubles':
      return <DoublesDialog onClose={close} />;
    case undefined:
      return null;
  }
}

/** What is wanted now and then. */
function Menu({ nobody, open }: { nobody: boolean; open: (what: Open) => void }) {
  const { t } = useTranslation();
  const fromHistory = async () => {
    const done = await api.recipients.fromHistory();
    toast(done.ok ? t('recipients.historyDone', { count: done.value.added }) : describeError(done.error));
  };
  const save = async () => {
    const saved = await exportRecipients();
    if (!saved.ok) toast(describeError(saved.error));
    else if (saved.value !== null) toast(t('recipients.exported', { file: saved.value }));
  };
  return (
    <MenuButton
      name={t('recipients.more')}
      className="btn quiet icon-only"
      label={<MoreHorizontal aria-hidden className="lucide" />}
      choices={[
        ...(nobody
          ? []
          : [
              { id: 'doubles', label: t('recipients.findDoubles') },
              { id: 'export', label: t('recipients.export') },
            ]),
        { id: 'history', label: t('recipients.fromHistory') },
      ]}
      onChoose={(id) => {
        if (id === 'doubles') open({ dialog: 'doubles' });
        else if (id === 'export') void save();
        else void fromHistory();
      }}
    />
  );
}

function SearchBar() {
  const { t } = useTranslation();
  const { search, setSearch, sort, setSort } = useRecipients();
  return (
    <div className="filter-bar">
      <SearchField className="search" aria-label={t('recipients.search')} value={search} onChange={setSearch}>
        <Search aria-hidden className="lucide" />
        <Input placeholder={t('recipients.search')} />
      </SearchField>
      <span className="grow" />
      <Segmented
        label={t('recipients.sortedBy')}
        value={sort}
        choices={recipientSorts.map((value) => ({ value, label: t(`recipients.sort.${value}`) }))}
        onChange={setSort}
      />
    </div>
  );
}

function NoHit() {
  const { t } = useTranslation();
  const { search, setSearch } = useRecipients();
  return (
    <EmptyState
      title={t('recipients.noHitTitle', { search: search.trim() })}
      actions={<Button onPress={() => setSearch('')}>{t('recipients.clearSearch')}</Button>}
    >
      {t('recipients.noHitText')}
    </EmptyState>
  );
}
