import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { commandEntries, screenEntries, type PaletteEntry } from './entries.ts';
import { usePalette } from './paletteStore.ts';
import { useFound } from './useFound.ts';
import './palette.css';

/** Ctrl/Cmd+K: screens, commands, orders, recipients. Searches the whole history, offline. */
export function Palette() {
  const { t } = useTranslation();
  const { open, text, show, hide, type } = usePalette();
  const found = useFound(open ? text : '');
  const wanted = text.trim().toLowerCase();
  const fits = (entry: PaletteEntry) => entry.label.toLowerCase().includes(wanted);
  const groups = [
    { id: 'orders', entries: found.orders },
    { id: 'recipients', entries: found.recipients },
    { id: 'screens', entries: screenEntries(t).filter(fits) },
    { id: 'commands', entries: commandEntries(t).filter(fits) },
  ].filter((group) => group.entries.length > 0);
  const run = (id: string) => {
    const entry = groups.flatMap((group) => group.entries).find((one) => one.id === id);
    hide();
    entry?.run();
  };
  /** What was typed before the palette was there has led to no line yet: then Enter means the first one. */
  const takeFirst = (event: KeyboardEvent) => {
    const [first] = groups.flatMap((group) => group.entries);
    if (event.key !== 'Enter' || first === undefined) return;
    if (event.target instanceof Element && !event.target.hasAttribute('aria-activedescendant')) run(first.id);
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
          <Autocomplete inputValue={text} onInputChange={type}>
            <SearchField aria-label={t('frame.find')} autoFocus onKeyDown={takeFirst}>
              <Search aria-hidden />
              <Input placeholder={t('palette.placeholder')} />
              <kbd aria-hidden="true">Esc</kbd>
            </SearchField>
            <Menu
              className="options"
              aria-label={t('frame.find')}
              onAction={(key) => run(String(key))}
              renderEmptyState={() => <p className="sub none-found">{t('palette.none')}</p>}
            >
              {groups.map((group) => (
                <MenuSection key={group.id} id={group.id}>
                  <Header className="palette-head">{t(`palette.${group.id}`)}</Header>
                  {group.entries.map((entry) => (
                    <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="option">
                      <EntryIcon entry={entry} />
                      <span className="ell">{entry.label}</span>
                      {entry.side === undefined ? null : <span className="side">{entry.side}</span>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          <p className="palette-foot" aria-hidden="true">
            <kbd>↑</kbd>
            <kbd>↓</kbd> {t('palette.choose')}
            <kbd>↵</kbd> {t('palette.open')}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function EntryIcon({ entry }: { entry: PaletteEntry }) {
  const Icon = entry.icon;
  if (entry.mark !== undefined) return <StatusIcon mark={entry.mark} size={16} />;
  return Icon === undefined ? null : <Icon aria-hidden />;
}
