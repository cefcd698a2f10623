import { ChevronDown, ChevronUp } from 'lucide-react';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { scrollWindow } from './scrollWindow.ts';
import { placeAfter, placeFor, spacerOf, topOf, type ListPlace } from './tallList.ts';
import './lists.css';

export interface ListColumn<T> {
  id: string;
  label: string;
  /** Share of the width, as a grid track: "120px", "minmax(160px, 2fr)". */
  width: string;
  cell: (row: T) => ReactNode;
  sortable: 'sortable' | 'plain';
  /** Figures stand right. */
  figures?: 'figures';
  /** Left out of a list narrower than this (px). */
  from?: number;
}

interface Props<T> {
  label: string;
  rows: readonly T[];
  /** All there are, loaded or not. */
  total: number;
  idOf: (row: T) => string;
  columns: readonly ListColumn<T>[];
  sort?: { column: string; descending: boolean };
  onSort?: (column: string) => void;
  selectedId: string | null;
  onSelect: (row: T) => void;
  /** The end of what is loaded comes near. */
  onNearEnd?: () => void;
}

/** A long list: draws only what is seen, sorts by its heads, works with the keyboard alone. */
export function ListTable<T>(props: Props<T>) {
  const { label, rows, total, idOf, sort, onSort, selectedId, onSelect, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [size, setSize] = useState({ height: 600, head: 0, width: 10_000 });
  const [place, setPlace] = useState<ListPlace>({ scrollTop: 0, shift: 0 });
  // The same at once: the browser may scroll again before the list is drawn.
  const stands = useRef(place);
  const columns = props.columns.filter((column) => (column.from ?? 0) <= size.width);
  const [active, setActive] = useState(0);
  const rowHeight = useRowHeight();
  const list = { content: rows.length * rowHeight, view: size.height - size.head };
  const shown = scrollWindow(topOf(place), size.height, rowHeight, rows.length);
  const grid = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () =>
      setSize({
        height: element.clientHeight,
        // It stays at the top and takes the room of its height from the rows.
        head: element.firstElementChild?.clientHeight ?? 0,
        width: element.clientWidth,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (shown.last >= rows.length - 40 && rows.length < total) onNearEnd?.();
  }, [shown.last, rows.length, total, onNearEnd]);

  const standAt = (to: ListPlace) => {
    stands.current = to;
    setPlace(to);
    const element = scroller.current;
    if (element && element.scrollTop !== to.scrollTop) element.scrollTop = to.scrollTop;
  };
  // More rows or fewer: the same ones stay in view.
  const drawnHeight = useRef(list.content);
  useLayoutEffect(() => {
    if (drawnHeight.current === list.content) return;
    drawnHeight.current = list.content;
    const to = placeFor(list, topOf(stands.current));
    if (to.shift !== stands.current.shift) standAt(to);
  });
  const onScroll = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }) => {
    // What we moved ourselves comes back here too, rounded.
    if (Math.abs(scrollTop - stands.current.scrollTop) >= 1)
      standAt(placeAfter(list, stands.current, scrollTop));
  };
  const goTo = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setActive(next);
    const top = topOf(stands.current);
    const under = (next + 1) * rowHeight - list.view;
    if (next * rowHeight < top) standAt(placeFor(list, next * rowHeight));
    else if (under > top) standAt(placeFor(list, under));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return; // a head or something in a row has its own keys
    const page = Math.max(1, Math.floor(list.view / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    const row = rows[active];
    if (step !== undefined) goTo(step);
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onSelect(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="grid-list">
      <div
        className="grid-list-body"
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        tabIndex={0}
        ref={scroller}
        onScroll={onScroll}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="list-head" role="row" aria-rowindex={1} style={grid}>
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
        <div role="rowgroup">
          <div className="list-spacer" style={{ height: spacerOf(list) }} role="presentation">
            {indices(shown, active, rows.length).map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const rowId = idOf(row);
              return (
                <div
                  key={rowId}
                  id={`${id}-${index}`}
                  className="list-row"
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={rowId === selectedId}
                  data-active={index === active || undefined}
                  style={{ ...grid, transform: `translateY(${index * rowHeight - place.shift}px)` }}
                  onClick={() => {
                    setActive(index);
                    onSelect(row);
                  }}
                >
                  {columns.map((column) => (
                    <span key={column.id} role="gridcell" className={column.figures ? 'num' : undefined}>
                      {column.cell(row)}
                    </span>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

/** What is in sight, and the active row wherever it is, so that the reader's place never dangles. */
function indices(shown: { first: number; last: number }, active: number, length: number): number[] {
  const list = Array.from({ length: Math.max(0, shown.last - shown.first + 1) }, (_, at) => shown.first + at);
  if (active < length && (active < shown.first || active > shown.last)) list.push(active);
  return list;
}

function Head<T>({
  column,
  sort,
  onSort,
}: {
  column: ListColumn<T>;
  sort: Props<T>['sort'];
  onSort: Props<T>['onSort'];
}) {
  const sorted = sort?.column === column.id;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const figures = column.figures ? 'num' : undefined;
  if (column.sortable === 'plain')
    return (
      <span role="columnheader" className={figures}>
        {column.label}
      </span>
    );
  return (
    <span role="columnheader" aria-sort={direction} className={figures}>
      <button className="head-button" onClick={() => onSort?.(column.id)}>
        {column.label}
        {sorted ? (
          sort.descending ? (
            <ChevronDown className="lucide" aria-hidden />
          ) : (
            <ChevronUp className="lucide" aria-hidden />
          )
        ) : null}
      </button>
    </span>
  );
}

/** The row height the styles ask for; larger text makes larger rows. */
function useRowHeight(): number {
  const [height] = useState(() => {
    const text = getComputedStyle(document.documentElement).getPropertyValue('--row-h');
    return Number.parseFloat(text) || 30;
  });
  return height;
}
