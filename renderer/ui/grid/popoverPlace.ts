interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Size {
  width: number;
  height: number;
}

const gap = 8;

/** Keeps a popover under the active cell, above it where it would be cut, out of sight when the cell is. */
export class PopoverPlace {
  #element: HTMLElement | null = null;
  #own: Size = { width: 0, height: 0 };
  #sizes: ResizeObserver;
  #last = '';

  /** `changed` is called when the popover has another size and must be placed anew. */
  constructor(changed: () => void) {
    this.#sizes = new ResizeObserver(([entry]) => {
      const box = entry?.borderBoxSize[0];
      this.#own = { width: box?.inlineSize ?? 0, height: box?.blockSize ?? 0 };
      this.#last = '';
      changed();
    });
  }

  set(element: HTMLElement | null): void {
    if (this.#element === element) return;
    this.#sizes.disconnect();
    this.#element = element;
    this.#last = '';
    if (element) this.#sizes.observe(element);
  }

  /** Out of the way while a cell is edited. */
  away(on: boolean): void {
    this.#element?.classList.toggle('away', on);
  }

  place(cell: Rect, host: Size, headHeight: number): void {
    const popover = this.#element;
    if (!popover) return;
    const key = Object.values({ ...cell, w: host.width, h: host.height }).join();
    if (key === this.#last) return;
    this.#last = key;
    const gone =
      cell.top < headHeight - cell.height ||
      cell.top > host.height - 4 ||
      cell.left + cell.width < 0 ||
      cell.left > host.width;
    popover.classList.toggle('gone', gone);
    if (gone) return;
    const own = this.#own;
    const below = cell.top + cell.height + gap;
    const above = cell.top - own.height - gap;
    const flips = below + own.height > host.height - 4 && above > 0;
    const left = Math.max(4, Math.min(cell.left + cell.width - own.width, host.width - own.width - 16));
    const start = Math.max(left, Math.min(cell.left, host.width - own.width - 16));
    const x = cell.width < own.width ? left : start;
    popover.classList.toggle('above', flips);
    popover.style.transform = `translate(${Math.round(x)}px, ${Math.round(flips ? above : below)}px)`;
    const point = Math.min(Math.max(cell.left + cell.width / 2 - x, 14), own.width - 14);
    popover.style.setProperty('--point', `${Math.round(point)}px`);
  }

  destroy(): void {
    this.#sizes.disconnect();
  }
}
