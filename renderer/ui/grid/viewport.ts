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
 * The scrolled window: scroller → spacer → sheet that sticks to both edges, so that rows are always drawn where the
 * eye is and never fly by empty. Wheel is handled here; the scroll bars come in as `scroll` events. Sizes are read
 * when they change, never while drawing: reading between writes would make the browser lay out twice.
 */
export class Viewport {
  readonly scroller: HTMLDivElement;
  /** role=grid; holds head and rows. */
  readonly sheet: HTMLDivElement;
  readonly head: HTMLDivElement;
  readonly body: HTMLDivElement;
  /** Holds the rows; moved as a whole, so that what is drawn already need not be drawn again. */
  readonly strip: HTMLDivElement;
  /** The lines between columns, under the rows. */
  readonly lines: HTMLDivElement;
  rowHeight = 28;
  headHeight = 48;
  /** Of the cells' font, px. */
  fontSize = 13;
  /** Distance of the first row's top above the view, px; of all rows, however long the scroll bar is. */
  offset = 0;
  /** The same to the left. */
  left = 0;
  /** Visible width and height, px. */
  size = { width: 0, height: 0 };
  /** Called once a frame when something moved. */
  onDraw: () => void = () => undefined;
  /** Called when the size changed. */
  onSize: () => void = () => undefined;

  #spacer: HTMLDivElement;
  #probes: [HTMLDivElement, HTMLDivElement];
  #rows = 0;
  #width = 0;
  #scale: Scale = makeScale(0, 28, 0);
  #frame = 0;
  /** Where the browser's own scrolling stands, as far as we know. */
  #bar = { top: 0, left: 0 };
  #sizes: ResizeObserver;

  constructor(host: HTMLElement) {
    this.scroller = element('g-scroller', host);
    this.scroller.tabIndex = -1;
    this.#spacer = element('g-spacer', this.scroller);
    this.sheet = element('g-sheet', this.#spacer);
    this.head = element('g-head', this.sheet);
    this.body = element('g-body', this.sheet);
    this.strip = element('g-strip', this.body);
    this.lines = element('g-lines', this.strip);
    // Heights come from the style sheet, so that zoom and density need no second truth.
    this.#probes = [element('g-probe row', host), element('g-probe head', host)];
    this.#sizes = new ResizeObserver(() => this.measure());
    for (const watched of [this.scroller, ...this.#probes]) this.#sizes.observe(watched);
    this.scroller.addEventListener('wheel', this.#wheel, { passive: false });
    this.scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.measure();
  }

  /** Height for rows, px. */
  get viewHeight(): number {
    return this.#scale.view;
  }

  measure(): void {
    this.rowHeight = this.#probes[0].offsetHeight || 28;
    this.headHeight = this.#probes[1].offsetHeight || 48;
    this.fontSize = Number.parseFloat(getComputedStyle(this.strip).fontSize) || 13;
    this.size = { width: this.scroller.clientWidth, height: this.scroller.clientHeight };
    this.sheet.style.width = `${this.size.width}px`;
    this.sheet.style.height = `${this.size.height}px`;
    this.setRows(this.#rows);
    this.onSize();
  }

  setRows(rows: number): void {
    this.#rows = rows;
    const view = Math.max(0, this.size.height - this.headHeight);
    this.#scale = makeScale(rows, this.rowHeight, view);
    this.#spacer.style.height = `${Math.max(this.#scale.spacer, view) + this.headHeight}px`;
    this.offset = clampOffset(this.#scale, this.offset);
    this.requestDraw();
  }

  setWidth(width: number): void {
    this.#width = width;
    this.#spacer.style.width = `${width}px`;
    this.left = this.#clampLeft(this.left);
    this.requestDraw();
  }

  inView(offset = this.offset): [first: number, last: number] {
    return rowsInView(this.#scale, offset, this.rowHeight, this.#rows);
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
    this.scrollTo(offsetToShow(this.#scale, this.offset, row, this.rowHeight), this.left);
  }

  scrollTo(offset: number, left: number): void {
    // Whole pixels: letters between two of them are blurred.
    const wanted = { offset: Math.round(clampOffset(this.#scale, offset)), left: this.#clampLeft(left) };
    if (wanted.offset === this.offset && wanted.left === this.left) return;
    this.offset = wanted.offset;
    this.left = wanted.left;
    this.requestDraw();
  }

  scrollBy(dx: number, dy: number): void {
    this.scrollTo(this.offset + dy, this.left + dx);
  }

  requestDraw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      // Before anything is written: the layout is clean now.
      this.#followWithBars();
      this.onDraw();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
  }

  #clampLeft(left: number): number {
    return Math.round(Math.min(Math.max(0, left), Math.max(0, this.#width - this.size.width)));
  }

  /** Brings the scroll bars to where the rows are. */
  placeBars(): void {
    // Somebody may have moved them just now: the news of it is on its way, and must not find them moved back.
    this.#scrolled();
    const top = Math.round(scrollTopOf(this.#scale, this.offset));
    if (this.#bar.top !== top) this.scroller.scrollTop = this.#bar.top = top;
    if (this.#bar.left !== this.left) this.scroller.scrollLeft = this.#bar.left = this.left;
  }

  /** The same where one would see it: a thumb is moved by whole pixels, and each time costs the browser a frame more. */
  #followWithBars(): void {
    const perPixel = this.#scale.spacer / Math.max(1, this.#scale.view);
    const off = Math.abs(scrollTopOf(this.#scale, this.offset) - this.#bar.top);
    if (off >= perPixel || this.#bar.left !== this.left) this.placeBars();
  }

  #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey) return; // zooming is Chrome's own
    event.preventDefault();
    const unit = event.deltaMode === 1 ? this.rowHeight : event.deltaMode === 2 ? this.#scale.view : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const [dx, dy] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.scrollBy(dx * unit, dy * unit);
  };

  /** The scroll bars were moved; what we moved ourselves comes back here too and is known. */
  #scrolled = (): void => {
    const { scrollTop: top, scrollLeft: left } = this.scroller;
    if (top === this.#bar.top && left === this.#bar.left) return;
    if (Math.abs(top - this.#bar.top) >= 2) this.offset = offsetOf(this.#scale, top);
    if (Math.abs(left - this.#bar.left) >= 2) this.left = this.#clampLeft(left);
    this.#bar = { top, left };
    this.requestDraw();
  };
}
