import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { nameOf, shortAddress } from '../lib/addressText.ts';
import { sentWords } from './columns.tsx';
import './recipients.css';

const most = 50;

interface Props {
  title?: string;
  text?: string;
  /** Not to be offered. */
  without?: string;
  onPick: (recipient: Recipient) => void;
  onClose: () => void;
}

/** Finds somebody on the list: type, arrow down, Enter. */
export function PickRecipient({ title, text, without, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const found = useFound(search, without);
  return (
    <Dialog
      title={title ?? t('recipients.pickTitle')}
      open
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('recipients.cancel')}</Button>
        </>
      }
    >
      {text === undefined ? null : <p className="sec pick-text">{text}</p>}
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField className="search f" aria-label={t('recipients.search')} autoFocus>
          <Search aria-hidden className="lucide" />
          <Input placeholder={t('recipients.search')} />
        </SearchField>
        <Menu
          className="options pick-list"
          aria-label={title ?? t('recipients.pickTitle')}
          items={found}
          onAction={(key) => {
            const person = found.find(({ id }) => id === key);
            if (person) onPick(person);
          }}
          renderEmptyState={() => <p className="sub none-found">{t('recipients.pickNone')}</p>}
        >
          {(person) => (
            <MenuItem id={person.id} textValue={nameOf(person)} className="option">
              <span className="grow">
                {nameOf(person)}
                <div className="under ell">{shortAddress(person) || person.email}</div>
              </span>
              <span className="side">{sentWords(person, t)}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

/** Those who fit; an answer to an older question is dropped. */
function useFound(search: string, without: string | undefined): Recipient[] {
  const [found, setFound] = useState<Recipient[]>([]);
  const wanted = search.trim();
  useEffect(() => {
    let current = true;
    void api.recipients.find({ search: wanted, sort: 'latest', cursor: null, limit: most }).then((page) => {
      if (current && page.ok) setFound(page.value.items.filter(({ id }) => id !== without));
    });
    return () => {
      current = false;
    };
  }, [wanted, without]);
  return found;
}
