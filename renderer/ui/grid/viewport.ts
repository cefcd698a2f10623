import {
  clampOffset,
  makeScale,
  offsetOf,
  offsetToShow,
  rowsInView,
  scrollTopOf,
  type Scale,
} from './scaledScroll.ts';

const element = (className: string, parent: HTMLElement): HTMLDivElement => {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
};

/**
 * The scrolled window: scroller → spacer → sticky viewport, so that rows are always drawn where the eye is and never
 * fly by empty. Wheel is handled here; the scroll bar and the keyboard's own scrolling come in as `scroll` events.
 */
export class Viewport {
  readonly scroller: HTMLDivElement;
  /** role=grid; holds head and rows. */
  readonly sheet: HTMLDivElement;
  readonly head: HTMLDivElement;
  readonly body: HTMLDivElement;
  rowHeight = 28;
  headHeight = 48;
  offset = 0;
  /** Called once a frame when something moved. */
  onDraw: () => void = () => undefined;
  /** Called when scrolling has rested. */
  onRest: () => void = () => undefined;

  #spacer: HTMLDivElement;
  #probes: [HTMLDivElement, HTMLDivElement];
  #rows = 0;
  #scale: Scale = makeScale(0, 28, 0);
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #expected = -1;
  #sizes: ResizeObserver;

  constructor(host: HTMLElement) {
    this.scroller = element('g-scroller', host);
    this.scroller.tabIndex = -1;
    this.#spacer = element('g-spacer', this.scroller);
    this.sheet = element('g-sheet', this.#spacer);
    this.head = element('g-head', this.sheet);
    this.body = element('g-body', this.sheet);
    // Heights come from the style sheet, so that zoom and density need no second truth.
    this.#probes = [element('g-probe row', host), element('g-probe head', host)];
    this.#sizes = new ResizeObserver(() => this.measure());
    for (const watched of [this.scroller, ...this.#probes]) this.#sizes.observe(watched);
    this.scroller.addEventListener('wheel', this.#wheel, { passive: false });
    this.scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.measure();
  }

  get scrollLeft(): number {
    return this.scroller.scrollLeft;
  }
  get viewWidth(): number {
    return this.scroller.clientWidth;
  }
  /** Height for rows, px. */
  get viewHeight(): number {
    return this.#scale.view;
  }

  measure(): void {
    this.rowHeight = this.#probes[0].offsetHeight || 28;
    this.headHeight = this.#probes[1].offsetHeight || 48;
    this.setRows(this.#rows);
  }

  setRows(rows: number): void {
    this.#rows = rows;
    const view = Math.max(0, this.scroller.clientHeight - this.headHeight);
    this.#scale = makeScale(rows, this.rowHeight, view);
    this.#spacer.style.height = `${Math.max(this.#scale.spacer, view) + this.headHeight}px`;
    this.sheet.style.height = `${this.scroller.clientHeight}px`;
    this.offset = clampOffset(this.#scale, this.offset);
    this.#place();
    this.requestDraw();
  }

  setWidth(width: number): void {
    this.#spacer.style.width = `${width}px`;
  }

  inView(): [first: number, last: number] {
    return rowsInView(this.#scale, this.offset, this.rowHeight, this.#rows);
  }

  /** Where a row stands, px below the head. */
  topOf(row: number): number {
    return row * this.rowHeight - this.offset;
  }

  rowAt(clientY: number): number {
    const y = clientY - this.scroller.getBoundingClientRect().top - this.headHeight;
    return Math.min(Math.max(0, Math.floor((y + this.offset) / this.rowHeight)), Math.max(0, this.#rows - 1));
  }

  showRow(row: number): void {
    this.scrollTo(offsetToShow(this.#scale, this.offset, row, this.rowHeight));
  }

  scrollTo(offset: number): void {
    const wanted = clampOffset(this.#scale, offset);
    if (wanted === this.offset) return;
    this.offset = wanted;
    this.#place();
    this.requestDraw();
    this.#startRest();
  }

  scrollBy(dy: number): void {
    this.scrollTo(this.offset + dy);
  }

  requestDraw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.onDraw();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#sizes.disconnect();
  }

  #place(): void {
    const top = Math.round(scrollTopOf(this.#scale, this.offset));
    if (Math.abs(this.scroller.scrollTop - top) < 1) return;
    this.#expected = top;
    this.scroller.scrollTop = top;
  }

  #startRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.onRest(), 150);
  }

  #wheel = (event: WheelEvent): void => {
    // Zooming and sideways scrolling are Chrome's own.
    if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? this.rowHeight : event.deltaMode === 2 ? this.#scale.view : 1;
    this.scrollBy(event.deltaY * unit);
  };

  #scrolled = (): void => {
    const top = this.scroller.scrollTop;
    const ours = Math.abs(top - this.#expected) < 2;
    this.#expected = -1;
    if (!ours) this.offset = offsetOf(this.#scale, top);
    this.requestDraw();
    this.#startRest();
  };
}
