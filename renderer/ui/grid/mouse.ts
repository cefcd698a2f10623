import type { CellEditing } from './cellEditing.ts';
import type { Drawing } from './drawing.ts';
import type { Position } from './gridModel.ts';
import type { GridParts } from './gridParts.ts';
import { gutterWidth } from './columnLayout.ts';
import type { PointerHost } from './pointer.ts';

/** What the mouse does to the grid: selects, fills and begins to edit. */
export function mouseFor(parts: GridParts, drawing: Drawing, editing: CellEditing): PointerHost {
  const { view, layout, cursor, editor } = parts;
  return {
    cellAt: (x, y) => {
      const fromLeft = x - view.scroller.getBoundingClientRect().left;
      const row = view.rowAt(y);
      if (fromLeft >= 0 && fromLeft < gutterWidth) return { row, column: -1 };
      return { row, column: layout.at(fromLeft, view.left) };
    },
    bounds: () => {
      const { left, top } = view.scroller.getBoundingClientRect();
      return {
        left: left + layout.frozenEnd,
        top: top + view.headHeight,
        right: left + view.size.width,
        bottom: top + view.size.height,
      };
    },
    scrollBy: (dx, dy) => view.scrollBy(dx, dy),
    press: (position, extend) => {
      drawing.settle();
      cursor.press(position, extend);
      editor.focus();
    },
    drag: (to) => cursor.drag(to),
    fillTo: (to, done) => dragFill(parts, drawing, to, done),
    edit: ({ column }) => {
      if (column >= 0) editing.begin();
    },
  };
}

function dragFill({ cursor, model, view }: GridParts, drawing: Drawing, to: Position, done: boolean): void {
  const { top, left, bottom, right } = cursor.area;
  const filled = to.row > bottom ? { top, left, right, bottom: to.row } : null;
  drawing.fillTo = done ? null : filled;
  view.requestDraw();
  if (!done || !filled) return;
  model.fillDown(filled, bottom - top + 1);
  cursor.selectArea(top, left, filled.bottom, right);
}
