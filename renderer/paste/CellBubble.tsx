import { useEffect, useRef } from 'react';
import type { GridCore } from '../ui/grid/gridCore.ts';
import { CellPopover } from './CellPopover.tsx';
import { usePaste } from './pasteStore.ts';
import type { SheetModel } from './sheetModel.ts';

/** The popover at the active cell, while there is something to say about it. */
export function CellBubble({ core, model }: { core: GridCore | null; model: SheetModel }) {
  const bubble = useRef<HTMLDivElement>(null);
  const active = usePaste((state) => state.active);
  // Its problems may have changed with the sheet.
  usePaste((state) => state.sheet?.version);
  const found = model.problemsAt(active);
  const shown = found !== null && (found.problems.length > 0 || found.row.notOrder !== '');
  useEffect(() => {
    core?.setPopover(shown ? bubble.current : null);
  }, [core, shown]);
  return (
    <div className="pop g-pop" ref={bubble} hidden={!shown}>
      {shown ? <CellPopover found={found} core={core} /> : null}
    </div>
  );
}
