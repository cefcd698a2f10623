import type { GridRow } from './gridModel.ts';
import type { Picture } from './gridRow.ts';

/** The class names that make a cell look as it does; `content` null = still on its way. */
export function cellClass(row: number, column: number, content: GridRow | null, picture: Picture): string {
  const { layout, isSelected, isActive } = picture;
  const numeric = layout.columns[column]?.numeric === true ? ' num' : '';
  const frozen = column < layout.frozen ? ' frozen' : '';
  const mark = content?.marks[column];
  const kind = content ? (mark ? ` m-${mark.kind}` : '') : ' wait';
  const selected = isSelected(row, column) ? ' sel' : '';
  return `g-cell${numeric}${frozen}${kind}${selected}${isActive(row, column) ? ' act' : ''}`;
}
