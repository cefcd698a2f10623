import { ChevronDown, Copy } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { takesOrders, useFrame } from '../frame/frameStore.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { saveSoon } from './draft.ts';
import { client } from './pasteClient.ts';
import { prepareAccount } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';
import type { SheetState } from './protocol.ts';
import { openReview, startOver } from './submit.ts';

interface Props {
  core: GridCore | null;
  sheet: SheetState;
  write: (text: string, html: string) => void;
}

/** The sum, always in view, and the way out. */
export const Strip = memo(function Strip({ core, sheet, write }: Props) {
  const { t } = useTranslation();
  const mode = usePaste((state) => state.mode);
  const set = usePaste((state) => state.set);
  const { ready, attention } = sheet.counts;
  const copy = (): void => {
    void client.call('attentionText').then(({ text, html, rows }) => {
      write(text, html);
      toast(t('paste.copied', { count: rows }));
    });
  };
  const save = async (): Promise<void> => {
    const { csv } = await client.call('attentionText');
    const saved = await api.app.saveText({ suggestedName: 'postroom-attention.csv', text: csv });
    if (!saved.ok) set({ trouble: saved.error });
  };
  const act = (id: string): void => {
    if (id === 'find' || id === 'replace') set({ finding: id });
    else if (id === 'all' || id === 'problemsFirst' || id === 'attention')
      void client.call('showRows', { kind: id }).then(() => core?.goTo({ row: 0, column: 0 }, 'focus'));
    else if (id === 'above') core?.insertRows();
    else if (id === 'below') core?.insertRows(true);
    else if (id === 'delete') core?.deleteRows();
    else if (id === 'fillDown') core?.fillDown();
    else if (id === 'save') void save();
    else if (id === 'startOver') void startOver();
  };
  const shown = sheet.rowsShown.kind;
  return (
    <div className="strip sm">
      <span className="row sum" role="status" aria-label={t('paste.summary', { ready, attention })}>
        {sheet.reading === null ? null : (
          <b className="strong">{t('paste.readingRows', { percent: Math.floor(sheet.reading * 100) })}</b>
        )}
        {sheet.checking === null ? null : (
          <b className="strong">{t('paste.checkingRows', { percent: Math.floor(sheet.checking * 100) })}</b>
        )}
        <span className="row tight">
          <StatusIcon mark="delivered" />
          <b className="strong">{t('paste.ready', { count: ready })}</b>
        </span>
        <span className={`row tight ${attention > 0 ? 'needs-ink' : 'sub'}`}>
          <StatusIcon mark={attention > 0 ? 'needs' : 'waiting'} />
          <b className="strong">{t('paste.needs', { count: attention })}</b>
        </span>
      </span>
      <Button look="quiet" onPress={() => void core?.nextProblem()}>
        {t('paste.nextProblem')}
        <span className="key" aria-hidden>
          F8
        </span>
      </Button>
      <span className="grow" />
      <AccountChoice />
      <MenuButton
        label={
          <>
            {t('paste.rowsMenu')}
            <ChevronDown aria-hidden />
          </>
        }
        className="btn quiet"
        onChoose={act}
        choices={[
          { id: 'all', label: t('paste.view.all'), checked: shown === 'all' },
          { id: 'problemsFirst', label: t('paste.view.problemsFirst'), checked: shown === 'problemsFirst' },
          { id: 'attention', label: t('paste.view.attention'), checked: shown === 'attention' },
          { id: 'find', label: t('paste.menu.find'), side: 'Ctrl F' },
          { id: 'replace', label: t('paste.menu.replace'), side: 'Ctrl H' },
          { id: 'fillDown', label: t('paste.menu.fillDown'), side: 'Ctrl D' },
          { id: 'above', label: t('paste.menu.above'), side: 'Ctrl +' },
          { id: 'below', label: t('paste.menu.below') },
          { id: 'delete', label: t('paste.menu.delete'), side: 'Ctrl −' },
          ...(attention > 0 ? [{ id: 'save', label: t('paste.menu.saveAttention') }] : []),
          { id: 'startOver', label: t('paste.menu.startOver') },
        ]}
      />
      {attention > 0 ? (
        <Button onPress={copy} className="shrinks" aria-label={t('paste.copyAttention')}>
          <Copy aria-hidden />
          <span>{t('paste.copyAttention')}</span>
        </Button>
      ) : null}
      <Segmented
        label={t('paste.mode')}
        value={mode}
        choices={[
          { value: 'live', label: t('paste.live') },
          { value: 'test', label: t('paste.test') },
        ]}
        onChange={(next) => {
          set({ mode: next });
          saveSoon();
        }}
      />
      <Button
        look="primary"
        onPress={() => {
          if (ready === 0) void core?.nextProblem();
          else void openReview();
        }}
      >
        {t('paste.submit', { count: ready })}
      </Button>
    </div>
  );
});

/** Only where there is more than one account that takes orders. */
function AccountChoice() {
  const { t } = useTranslation();
  const accounts = (useFrame((state) => state.accounts) ?? []).filter(takesOrders);
  const accountId = usePaste((state) => state.accountId);
  const set = usePaste((state) => state.set);
  if (accounts.length < 2) return null;
  return (
    <select
      className="g-select fit"
      aria-label={t('paste.account')}
      value={accountId}
      onChange={(event) => {
        const chosen = accounts.find(({ id }) => id === event.target.value);
        if (!chosen) return;
        set({ accountId: chosen.id, mode: chosen.settings.defaultMode });
        void prepareAccount().then(() => saveSoon());
      }}
    >
      {accounts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
