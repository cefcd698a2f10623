import type { Position } from './gridModel.ts';

export interface PointerHost {
  /** The cell at a place on the screen, clamped to the sheet; column -1 = the gutter. */
  cellAt: (x: number, y: number) => Position;
  /** Where rows and columns can be seen, px on the screen. */
  bounds: () => { left: number; top: number; right: number; bottom: number };
  scrollBy: (dx: number, dy: number) => void;
  press: (at: Position, extend: boolean) => void;
  drag: (to: Position) => void;
  fillTo: (to: Position, done: boolean) => void;
  edit: (at: Position) => void;
}

/** Selects with the mouse; drags beyond the edge scroll by themselves, faster the further out. */
export function listenToPointer(body: HTMLElement, host: PointerHost): void {
  body.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    event.preventDefault();
    const fills = event.target.closest('.g-fill') !== null;
    const start = host.cellAt(event.clientX, event.clientY);
    if (!fills) host.press(start, event.shiftKey);
    follow(event, host, (to, done) => {
      if (fills) host.fillTo(to, done);
      else host.drag(to);
    });
  });
  // What its cell cuts off is shown whole beside the mouse.
  body.addEventListener('pointerover', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.g-cell') : null;
    if (cell) cell.title = cell.classList.contains('cut') ? (cell.textContent ?? '') : '';
  });
  body.addEventListener('dblclick', (event) => host.edit(host.cellAt(event.clientX, event.clientY)));
}

function follow(start: PointerEvent, host: PointerHost, onMove: (to: Position, done: boolean) => void): void {
  let { clientX: x, clientY: y } = start;
  let frame = 0;
  const beyond = (value: number, low: number, high: number): number =>
    value < low ? value - low : value > high ? value - high : 0;
  const tick = (): void => {
    const { left, top, right, bottom } = host.bounds();
    const dx = beyond(x, left, right);
    const dy = beyond(y, top, bottom);
    if (dx !== 0 || dy !== 0) {
      host.scrollBy(dx * 0.4, dy * 0.4);
      onMove(host.cellAt(x, y), false);
    }
    frame = requestAnimationFrame(tick);
  };
  const move = (event: PointerEvent): void => {
    ({ clientX: x, clientY: y } = event);
    onMove(host.cellAt(x, y), false);
  };
  const drop = (event: PointerEvent): void => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', move);
    onMove(host.cellAt(event.clientX, event.clientY), true);
  };
  frame = requestAnimationFrame(tick);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop, { once: true });
}
