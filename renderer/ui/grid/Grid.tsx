import './grid.css';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { GridCore, type GridWords } from './gridCore.ts';
import type { Area, GridModel, Position } from './gridModel.ts';

interface Props {
  model: GridModel;
  words: GridWords;
  /** Columns that stay in view at the left, after the gutter. */
  frozen?: number;
  /** Gets the grid while it is on the page, for toolbars; null when it goes. */
  onCore: (core: GridCore | null) => void;
  writeClipboard: (text: string, html: string) => void;
  onSelect: (active: Position, area: Area) => void;
  onAsk: (what: 'find' | 'replace' | 'menu') => void;
  /** Points at the active cell; null = nothing to say there. */
  popover: ReactNode;
}

/** The spreadsheet on the page. React draws only the shell; rows, keys and editing are GridCore's. */
export function Grid({ model, words, frozen = 1, popover, ...calls }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const latest = useRef(calls);
  const core = useRef<GridCore>(null);
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
      writeClipboard: (text, html) => latest.current.writeClipboard(text, html),
      onSelect: (active, area) => latest.current.onSelect(active, area),
      onAsk: (what) => latest.current.onAsk(what),
    });
    core.current = made;
    latest.current.onCore(made);
    return () => {
      core.current = null;
      latest.current.onCore(null);
      made.destroy();
    };
  }, [model, words, frozen, id]);
  const shown = popover !== null;
  useEffect(() => {
    core.current?.setPopover(shown ? bubble.current : null);
  });
  return (
    <div className="g-wrap">
      <div className="g-host" ref={host} />
      <div className="pop g-pop" ref={bubble} hidden={!shown}>
        {popover}
      </div>
    </div>
  );
}
