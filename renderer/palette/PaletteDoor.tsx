import { useEffect, useState } from 'react';
import { readLater } from '../lib/readLater.tsx';
import { usePalette } from './paletteStore.ts';

const Palette = readLater(async () => ({ default: (await import('./Palette.tsx')).Palette }));

const withControl = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

const isOurKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'k' && withControl(event) && !event.shiftKey && !event.altKey;

/**
 * Between Ctrl+K and the moment the palette has the focus, keys are the palette's already: fast fingers must not write
 * into the cell they came from.
 */
function typeAhead(event: KeyboardEvent): void {
  const { open, text, type, hide } = usePalette.getState();
  if (!open || document.activeElement?.closest('.palette')) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Escape') hide();
  else if (event.key === 'Backspace') type(text.slice(0, -1));
  else if (event.key.length === 1 && !withControl(event)) type(text + event.key);
}

/** Listens for Ctrl/Cmd+K; the palette itself is read when it is first opened. */
export function PaletteDoor() {
  const { open, show } = usePalette();
  const [known, setKnown] = useState(false);
  useEffect(() => {
    if (open) void Palette.read().then(() => setKnown(true));
  }, [open]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOurKey(event)) return typeAhead(event);
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [show]);
  return known ? <Palette /> : null;
}
