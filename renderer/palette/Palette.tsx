import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { noFilter } from '../history/filters.ts';
import { places } from '../frame/navigation.ts';
import { go, type ScreenName } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { usePalette } from './paletteStore.ts';

interface Entry {
  id: string;
  label: string;
  side: string;
  run: () => void;
}

/** Ctrl/Cmd+K: screens, commands, orders. Searches the whole history, offline. */
export function Palette() {
  const { t } = useTranslation();
  const { open, show, hide } = usePalette();
  const [text, setText] = useState('');
  const found = useFound(open ? text : '');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [show]);
  const wanted = text.trim().toLowerCase();
  const entries = [...commands(t).filter((c) => c.label.toLowerCase().includes(wanted)), ...found];
  const run = (id: string) => {
    entries.find((entry) => entry.id === id)?.run();
    setText('');
    hide();
  };
  return (
    <ModalOverlay
      className="scrim palette-scrim"
      isOpen={open}
      isDismissable
      onOpenChange={(is) => (is ? show() : hide())}
    >
      <Modal className="modal palette">
        <Dialog className="dlg" aria-label={t('frame.find')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={t('frame.find')} autoFocus>
              <Input placeholder={t('palette.placeholder')} />
            </SearchField>
            <Menu className="options" items={entries} onAction={(key) => run(String(key))}>
              {(entry) => (
                <MenuItem id={entry.id} textValue={entry.label} className="option">
                  <span className="ell">{entry.label}</span>
                  <span className="side">{entry.side}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function commands(t: (key: string) => string): Entry[] {
  const screen = (name: ScreenName): Entry => ({
    id: `go-${name}`,
    label: t(`frame.screens.${name}`),
    side: t('palette.screen'),
    run: () => go(name),
  });
  return [
    ...places.flat().map((place) => screen(place.screen)),
    {
      id: 'refresh',
      label: t('history.refreshNow'),
      side: t('palette.command'),
      run: () => void api.refresh.now(),
    },
    {
      id: 'add-account',
      label: t('accounts.add'),
      side: t('palette.command'),
      run: () => go('accounts', { add: true }),
    },
    {
      id: 'backup',
      label: t('palette.backup'),
      side: t('palette.command'),
      run: () => void api.app.backupNow(),
    },
  ];
}

/** Orders and letters that fit what is typed; an answer to an older question is dropped. */
function useFound(text: string): Entry[] {
  const { t } = useTranslation();
  const [entries, setEntries] = useState<Entry[]>([]);
  useEffect(() => {
    if (text.trim().length < 2) return;
    let current = true;
    const question = {
      filter: { ...noFilter, search: text.trim() },
      sort: 'at' as const,
      descending: true,
      cursor: null,
      limit: 8,
    };
    void api.history.page(question).then((page) => {
      if (!current || !page.ok) return;
      setEntries(
        page.value.items.map((item) => ({
          id: `item-${item.id}`,
          label: `${item.recipient}, ${item.reference}`,
          side: t(`history.status.${item.status}`, { detail: item.statusDetail }),
          run: () => go('history', { id: item.itemId, search: text.trim() }),
        })),
      );
    });
    return () => {
      current = false;
    };
  }, [text, t]);
  return text.trim().length < 2 ? [] : entries;
}
