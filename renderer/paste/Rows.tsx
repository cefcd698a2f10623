import type { TFunction } from 'i18next';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/ipc.ts';
import { Grid } from '../ui/grid/Grid.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import type { Position } from '../ui/grid/gridModel.ts';
import { warmGrid } from '../ui/grid/warmGrid.ts';
import { toast } from '../ui/toastStore.ts';
import { CellBubble } from './CellBubble.tsx';
import { FindBar } from './FindBar.tsx';
import { keptWidths } from './keptWidths.ts';
import { useColumns } from './useColumns.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import { useSheet } from './sheetNow.ts';
import { RepairBanner } from './RepairBanner.tsx';
import { problemText } from './problemText.ts';
import { ReviewDialog } from './review/ReviewDialog.tsx';
import { SentBanner } from './SentBanner.tsx';
import { SheetModel, type SheetWords } from './sheetModel.ts';
import { SidePanel } from './SidePanel.tsx';
import { Strip } from './Strip.tsx';
import { useProducts } from './useProducts.ts';

const wordsFor = (t: TFunction): SheetWords => ({
  why: (problem) => problemText(t, problem),
  markText: (row) =>
    row.notOrder ? t(`pasteFaults.notOrder.${row.notOrder}`) : row.mark ? t(`paste.mark.${row.mark}`) : '',
});

let selecting: ReturnType<typeof setTimeout> | undefined;

/** The rest of the screen follows the active cell when it rests: a held key must not wait for it. */
function selectedSoon(active: Position): void {
  clearTimeout(selecting);
  selecting = setTimeout(() => usePaste.getState().set({ active }), 60);
}

/**
 * Step three: the spreadsheet with what is wrong, what can be mended, and what may leave. Laid out before there is a
 * sheet, so that a paste only has to fill it; `shown` = it is the step one sees.
 */
export function Rows({ shown }: { shown: boolean }) {
  const { t } = useTranslation();
  const [core, setCore] = useState<GridCore | null>(null);
  const sheet = useSheet();
  // Rows first: what stands around them follows when they are on the screen.
  const around = useDeferredValue(sheet);
  const batchId = usePaste((state) => state.batchId);
  const set = usePaste((state) => state.set);
  const products = useProducts();
  const model = useMemo(() => new SheetModel(wordsFor(t)), [t]);
  const words = useMemo(
    () => ({
      label: t('paste.title'),
      rowNumbers: t('grid.rowNumbers'),
      choices: t('grid.choices'),
      resize: (name: string) => t('grid.resize', { name }),
      noProblem: t('grid.noProblem'),
      pasted: (rows: number) => t('grid.pasted', { count: rows }),
      range: (rows: number, columns: number) => t('grid.range', { rows, columns }),
      filled: (rows: number) => t('grid.filled', { count: rows }),
      inserted: (rows: number) => t('grid.inserted', { count: rows }),
      deleted: (rows: number) => t('grid.deleted', { count: rows }),
      undone: t('grid.undone'),
      redone: t('grid.redone'),
    }),
    [t],
  );
  const columnsOf = useColumns(products, t);
  const columns = columnsOf(sheet);
  useEffect(() => {
    client.onChanged = (version, rowCount) => model.changed(version, rowCount);
    const now = usePaste.getState().sheet;
    if (now) model.changed(now.version, now.rowCount);
    return () => {
      client.onChanged = () => undefined;
    };
  }, [model]);
  useEffect(() => model.setColumns(columns.columns, columns.shown), [model, columns]);
  // Of a new sheet at once, without waiting for all that stands around the grid.
  useEffect(() => {
    client.onOpened = (opened) => {
      const { columns: now, shown: which } = columnsOf(opened);
      model.setColumns(now, which);
    };
    return () => {
      client.onOpened = () => undefined;
    };
  }, [model, columnsOf]);
  const hasColumns = columns.columns.length > 0;
  // In another paste, and in a grid that was made anew, the person stands where the store says.
  useEffect(() => {
    if (hasColumns) core?.goTo(usePaste.getState().active);
  }, [core, hasColumns, batchId]);
  const place = useRef<HTMLDivElement>(null);
  // Behind another step there is time to get ready for the first paste.
  useEffect(
    () => (shown || hasColumns || !place.current ? undefined : warmGrid(place.current, words)),
    [shown, hasColumns, words],
  );
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!shown || event.key !== 'F8' || event.defaultPrevented) return;
      event.preventDefault();
      void core?.nextProblem(event.shiftKey);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [core, shown]);
  const write = useCallback(
    (text: string, html: string): void => {
      void api.app.writeClipboard({ text, html }).then((written) => {
        if (!written.ok) toast(t('paste.notCopied'));
      });
    },
    [t],
  );
  return (
    <>
      <SentBanner />
      <RepairBanner core={core} sheet={around} />
      <FindBar core={core} model={model} />
      <div className="body" ref={place}>
        <Grid
          model={model}
          words={words}
          frozen={1}
          onCore={setCore}
          writeClipboard={write}
          widths={keptWidths}
          onSelect={selectedSoon}
          onAsk={(what) => {
            if (what !== 'menu') set({ finding: what });
          }}
        >
          <CellBubble core={core} model={model} />
        </Grid>
        <SidePanel core={core} sheet={around} />
      </div>
      <Strip core={core} sheet={around} write={write} />
      <ReviewDialog />
    </>
  );
}
