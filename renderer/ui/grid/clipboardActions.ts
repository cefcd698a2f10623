import type { GridParts } from './gridParts.ts';

/** Copies the range; `cut` clears it too, once it is copied. */
export async function copyRange({ model, cursor, options }: GridParts, cut?: 'cut'): Promise<void> {
  const { area } = cursor;
  const { text, html } = await model.copyText(area);
  options.writeClipboard(text, html);
  if (cut) model.fill(area, '');
}

/** Pastes over the range, or from its corner on, and selects what was covered. */
export async function pasteText({ model, cursor, options, say }: GridParts, text: string): Promise<void> {
  if (text === '') return;
  const { top, left, bottom, right } = await model.paste(cursor.area, text);
  cursor.selectArea(top, left, bottom, right);
  say(options.words.pasted(bottom - top + 1));
}
