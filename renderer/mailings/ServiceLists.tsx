import { Download, Mail } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/contract/accounts.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { dayAndTime } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner, LoadingRows } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { toast } from '../ui/toastStore.ts';
import { useTrouble } from './useTrouble.ts';
import { documentStatusWords } from './letterSteps.ts';
import { reviewByPost } from './reviewStore.ts';

type List = 'registered' | 'bounced';
type Row = Output<'mailings.serviceList'>[number];
type Answer = { key: string; rows: Row[] } | { key: string; error: AppError };

/** The service's own lists of the last seven days: registered letters, and e-mails that came back. */
export function ServiceLists({ accounts, onClose }: { accounts: readonly Account[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [list, setList] = useState<List>('bounced');
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = `${accountId}/${list}`;
  useEffect(() => {
    let gone = false;
    void api.mailings.serviceList({ accountId, list }).then((found) => {
      if (gone) return;
      setAnswer(found.ok ? { key, rows: found.value } : { key, error: found.error });
    });
    return () => {
      gone = true;
    };
  }, [accountId, list, key]);
  const present = answer?.key === key ? answer : null;
  return (
    <Dialog
      title={t('mailings.lists')}
      open
      onClose={onClose}
      width="wide"
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('mailings.closeLists')}</Button>
        </>
      }
    >
      <div className="row lists-head">
        <Segmented
          label={t('mailings.lists')}
          value={list}
          choices={[
            { value: 'bounced', label: t('mailings.bouncedList') },
            { value: 'registered', label: t('mailings.registeredList') },
          ]}
          onChange={setList}
        />
        {accounts.length > 1 ? (
          <SelectField
            label={t('mailings.account')}
            hideLabel="hidden"
            value={accountId}
            choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setAccountId}
          />
        ) : null}
      </div>
      <p className="sub list-help">{t(`mailings.${list}Help`)}</p>
      {present === null ? <LoadingRows rows={4} /> : null}
      {present !== null && 'error' in present ? (
        <Banner mark="needs" title={describeError(present.error)} />
      ) : null}
      {present !== null && 'rows' in present && present.rows.length === 0 ? (
        <p>{t(`mailings.${list}None`)}</p>
      ) : null}
      {present !== null && 'rows' in present && present.rows.length > 0 ? (
        <ul className="service-list" aria-label={t(`mailings.${list}List`)}>
          {present.rows.map((row) => (
            <ListRow key={row.number} row={row} list={list} accountId={accountId} onClose={onClose} />
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}

function ListRow({
  row,
  list,
  accountId,
  onClose,
}: {
  row: Row;
  list: List;
  accountId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { documentId, reference: own } = row;
  const [fetching, setFetching] = useState(false);
  const download = async (): Promise<void> => {
    const saved = await api.mailings.downloadNumber({ accountId, number: row.number });
    if (!saved.ok) return toast(trouble(saved.error));
    if (saved.value.fileName !== null) toast(t('mailings.downloaded', { name: saved.value.fileName }));
  };
  const byPost = async (): Promise<void> => {
    setFetching(true);
    const wanted = documentId === null ? { number: row.number, accountId } : { id: documentId, accountId };
    let error = await reviewByPost(wanted);
    if (error?.detail === 'notBounced') {
      // The service's list is newer than what refresh has seen.
      await api.refresh.now();
      error = await reviewByPost(wanted);
    }
    setFetching(false);
    if (error !== null) toast(trouble(error));
    else onClose();
  };
  return (
    <li>
      <div className="grow">
        <b>{own === '' ? row.number : own}</b>{' '}
        <span className="sub mono">{own === '' ? '' : row.number}</span>
        <br />
        {documentStatusWords(t, row.status)}
        {row.detail === '' ? '' : `: ${row.detail}`}{' '}
        <span className="sub">{row.at === '' ? '' : dayAndTime(Date.parse(row.at))}</span>
        {documentId === null ? <span className="sub"> {t('mailings.notFromHere')}</span> : null}
      </div>
      {documentId === null ? null : (
        <Button look="link" onPress={() => go('history', { id: documentId })}>
          {t('mailings.inHistory')}
        </Button>
      )}
      <Button look="link" onPress={() => void download()}>
        <Download size={14} aria-hidden /> {t('mailings.download')}
      </Button>
      {list === 'bounced' ? (
        <Button isDisabled={fetching} onPress={() => void byPost()}>
          <Mail size={14} aria-hidden /> {t(fetching ? 'mailings.fetching' : 'mailings.byPostInstead')}
        </Button>
      ) : null}
    </li>
  );
}

/** Accounts that mail letters. */
export function useMailAccounts(): Account[] {
  return (useFrame((state) => state.accounts) ?? []).filter(({ service }) => service !== 'trepstar');
}
