import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import type { GridModel, Position } from '../ui/grid/gridModel.ts';
import { usePaste } from './pasteStore.ts';

/** Find and replace over all rows in view. Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ core, model }: { core: GridCore | null; model: GridModel }) {
  const { t } = useTranslation();
  const finding = usePaste((state) => state.finding);
  const set = usePaste((state) => state.set);
  const [text, setText] = useState('');
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeCell, setWholeCell] = useState(false);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (finding) box.current?.focus();
  }, [finding]);
  if (!finding) return null;
  const query = { text, matchCase, wholeCell };
  const close = (): void => {
    set({ finding: null });
    core?.focus();
  };
  const here = (): Position => core?.active ?? { row: 0, column: 0 };
  const find = async (back: boolean): Promise<void> => {
    const found = await model.find(query, here(), back);
    setSaid(found ? '' : t('grid.notFound'));
    if (found) core?.goTo(found);
  };
  // The cell one stands on if it has the text, and on to the next: each click shows what the next one will change.
  const replaceOne = async (): Promise<void> => {
    const replaced = await model.replace(query, by, here());
    await find(false);
    if (replaced > 0) setSaid(t('grid.replaced', { count: replaced }));
  };
  const replaceAll = async (): Promise<void> =>
    setSaid(t('grid.replaced', { count: await model.replace(query, by, null) }));
  return (
    <search
      className="findbar"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <input
        ref={box}
        aria-label={t('grid.find')}
        placeholder={t('grid.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void find(event.shiftKey);
        }}
      />
      {finding === 'replace' ? (
        <>
          <input
            aria-label={t('grid.replaceBy')}
            placeholder={t('grid.replaceBy')}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
          <Button onPress={() => void replaceOne()}>{t('grid.replaceOne')}</Button>
          <Button onPress={() => void replaceAll()}>{t('grid.replaceAll')}</Button>
        </>
      ) : null}
      <Button onPress={() => void find(true)}>{t('grid.previous')}</Button>
      <Button onPress={() => void find(false)}>{t('grid.next')}</Button>
      <Checkbox label={t('grid.matchCase')} value={matchCase} onChange={setMatchCase} />
      <Checkbox label={t('grid.wholeCell')} value={wholeCell} onChange={setWholeCell} />
      <span className="sub grow" role="status">
        {said}
      </span>
      <IconButton label={t('paste.close')} onPress={close}>
        <X aria-hidden />
      </IconButton>
    </search>
  );
}
