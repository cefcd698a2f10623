import './grid.css';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { GridCore } from './gridCore.ts';
import type { GridModel } from './gridModel.ts';
import type { GridOptions, GridWords } from './gridParts.ts';

interface Props extends Pick<GridOptions, 'writeClipboard' | 'onSelect' | 'onAsk' | 'widths'> {
  model: GridModel;
  words: GridWords;
  /** Columns that stay in view at the left, after the gutter. */
  frozen?: number;
  /** Gets the grid while it is on the page, for toolbars; null when it goes. */
  onCore: (core: GridCore | null) => void;
  /** Drawn over the grid: a popover that follows the active cell (`GridCore.setPopover`). */
  children: ReactNode;
}

/** The spreadsheet on the page. React draws only the shell; rows, keys and editing are GridCore's. */
export function Grid({ model, words, frozen = 1, widths, children, ...calls }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(calls);
  const id = `grid${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  useEffect(() => {
    latest.current = calls;
  });
  useEffect(() => {
    if (!host.current) return undefined;
    const made = new GridCore(host.current, model, {
      id,
      words,
      frozen,
      widths,
      writeClipboard: (text, html) => latest.current.writeClipboard(text, html),
      onSelect: (active, area) => latest.current.onSelect(active, area),
      onAsk: (what) => latest.current.onAsk(what),
    });
    latest.current.onCore(made);
    return () => {
      latest.current.onCore(null);
      made.destroy();
    };
  }, [model, words, frozen, widths, id]);
  return (
    <div className="g-wrap">
      <div className="g-host" ref={host} />
      {children}
    </div>
  );
}
