interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 8;

/** Puts a popover under the cell, above it where it would be cut, out of sight when the cell is. */
export function placePopover(popover: HTMLElement, cell: Rect, host: HTMLElement, headHeight: number): void {
  const width = host.clientWidth;
  const height = host.clientHeight;
  const gone =
    cell.top < headHeight - cell.height ||
    cell.top > height - 4 ||
    cell.left + cell.width < 0 ||
    cell.left > width;
  popover.classList.toggle('gone', gone);
  if (gone) return;
  const own = { width: popover.offsetWidth, height: popover.offsetHeight };
  const below = cell.top + cell.height + gap;
  const above = cell.top - own.height - gap;
  const flips = below + own.height > height - 4 && above > 0;
  const left = Math.max(4, Math.min(cell.left + cell.width - own.width, width - own.width - 16));
  const start = Math.max(left, Math.min(cell.left, width - own.width - 16));
  const x = cell.width < own.width ? left : start;
  popover.classList.toggle('above', flips);
  popover.style.transform = `translate(${Math.round(x)}px, ${Math.round(flips ? above : below)}px)`;
  const point = Math.min(Math.max(cell.left + cell.width / 2 - x, 14), own.width - 14);
  popover.style.setProperty('--point', `${Math.round(point)}px`);
}
