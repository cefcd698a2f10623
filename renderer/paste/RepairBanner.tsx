import { ShieldCheck } from 'lucide-react';
import { Fragment, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import { client } from './pasteClient.ts';
import type { SheetState } from './protocol.ts';
import { groupWords } from './repairWords.ts';

interface Props {
  core: GridCore | null;
  sheet: SheetState;
}

/** The commonest repair that is offered; nothing is repaired until it is taken. */
export const RepairBanner = memo(function RepairBanner({ core, sheet }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [group] = sheet.groups;
  if (!group) return null;
  const showing = sheet.rowsShown.kind === 'code';
  return (
    <div className="banner info">
      <ShieldCheck aria-hidden />
      <span className="grow ell">
        <b>{t('paste.repairsOf', { what: groupWords(group, t) })}</b>{' '}
        {group.examples.slice(0, 2).map(({ row, was, value }) => (
          <Fragment key={row}>
            <span className="eg">{was || t('paste.empty')}</span> →{' '}
            <span className="eg">{value || t('paste.empty')}</span>{' '}
          </Fragment>
        ))}
      </span>
      <Button
        look="quiet"
        onPress={() => {
          void client
            .call('showRows', showing ? { kind: 'all' } : { kind: 'code', code: group.code })
            .then(() => core?.goTo({ row: 0, column: 0 }, 'focus'));
        }}
      >
        {showing ? t('paste.showAll') : t('paste.showThem')}
      </Button>
      <Button look="quiet" onPress={() => void client.call('leaveAll', group.code)}>
        {t('paste.leave')}
      </Button>
      <Button look="primary" onPress={() => setAsking(true)}>
        {t('paste.repairAll')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('paste.repairTitle', { count: group.count })}
        footer={
          <>
            <span className="grow sub xs">{t('paste.repairUndo')}</span>
            <Button onPress={() => setAsking(false)}>{t('paste.cancel')}</Button>
            <Button
              look="primary"

              onPress={() => {
                setAsking(false);
                const back = showing ? client.call('showRows', { kind: 'all' }) : Promise.resolve();
                // The button that opened the dialog may be gone by then: Undo must find the grid.
                void back
                  .then(() => client.call('takeAll', group.code))
                  .then(() => requestAnimationFrame(() => core?.focus()));
              }}
            >
              {t('paste.repairCount', { count: group.count })}
            </Button>
          </>
        }
      >
        <p>{groupWords(group, t)}</p>
        <ul className="examples">
          {group.examples.map(({ row, was, value }) => (
            <li key={row}>
              <span className="eg">{was || t('paste.empty')}</span> →{' '}
              <span className="eg">{value || t('paste.empty')}</span>
            </li>
          ))}
          {group.count > group.examples.length ? (
            <li className="sub">{t('paste.andMore', { count: group.count - group.examples.length })}</li>
          ) : null}
        </ul>
        {group.safe === 'ask' ? <p className="sec">{t('paste.repairGuess')}</p> : null}
      </Dialog>
    </div>
  );
});
