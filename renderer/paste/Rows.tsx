import type { TFunction } from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/ipc.ts';
import { Grid } from '../ui/grid/Grid.tsx';
import type { GridCore } from '../ui/grid/gridCore.ts';
import type { GridChoice } from '../ui/grid/gridModel.ts';
import { toast } from '../ui/toastStore.ts';
import { CellPopover } from './CellPopover.tsx';
import { FindBar } from './FindBar.tsx';
import { gridColumns } from './gridColumns.ts';
import { client } from './pasteClient.ts';
import { usePaste } from './pasteStore.ts';
import { RepairBanner } from './RepairBanner.tsx';
import { problemText } from './problemText.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
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

/** Step three: the spreadsheet with what is wrong, what can be mended, and what may leave. */
export function Rows() {
  const { t } = useTranslation();
  const [core, setCore] = useState<GridCore | null>(null);
  const sheet = usePaste((state) => state.sheet);
  const active = usePaste((state) => state.active);
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
    }),
    [t],
  );
  useEffect(() => {
    client.onChanged = (version, rowCount) => model.changed(version, rowCount);
    const now = usePaste.getState().sheet;
    if (now) model.changed(now.version, now.rowCount);
    return () => {
      client.onChanged = () => undefined;
    };
  }, [model]);
  useEffect(() => {
    if (!sheet) return;
    const choices: GridChoice[] = products.map(({ productId, title }) => ({
      value: productId,
      label: `${productId} · ${title}`,
    }));
    model.setColumns(gridColumns(sheet, choices, t), sheet.shown);
  }, [model, sheet, products, t]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.defaultPrevented) return;
      event.preventDefault();
      void core?.nextProblem(event.shiftKey);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [core]);
  if (!sheet) return null;
  const found = model.problemsAt(active);
  const write = (text: string, html: string): void => {
    void api.app.writeClipboard({ text, html }).then((written) => {
      if (!written.ok) toast(t('paste.notCopied'));
    });
  };
  return (
    <>
      <SentBanner />
      <RepairBanner core={core} />
      <FindBar core={core} model={model} />
      <div className="body">
        <Grid
          model={model}
          words={words}
          frozen={1}
          onCore={setCore}
          writeClipboard={write}
          onSelect={(position) => set({ active: position })}
          onAsk={(what) => {
            if (what !== 'menu') set({ finding: what });
          }}
          popover={
            found && (found.problems.length > 0 || found.row.notOrder) ? (
              <CellPopover found={found} core={core} />
            ) : null
          }
        />
        <SidePanel core={core} />
      </div>
      <Strip core={core} write={write} />
      <ReviewDialog />
    </>
  );
}
