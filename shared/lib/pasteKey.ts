/** What a key press tells of itself; the page's KeyboardEvent and Electron's input event fit after naming. */
export interface PressedKey {
  key: string;
  control: boolean;
  meta: boolean;
  shift: boolean;
  alt: boolean;
}

/** Whether a key press means "paste" to the system: Ctrl+V, Cmd+V (with Shift: as plain text), Shift+Insert. */
export function isPasteKey({ key, control, meta, shift, alt }: PressedKey): boolean {
  if (alt) return false;
  if (key.toLowerCase() === 'v') return control !== meta;
  return key === 'Insert' && shift && !control && !meta;
}
