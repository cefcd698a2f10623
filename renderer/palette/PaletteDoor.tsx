import { lazy, Suspense, useEffect, useState } from 'react';
import { usePalette } from './paletteStore.ts';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

const isOurKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;

/** Listens for Ctrl/Cmd+K; the palette itself is read when it is first opened. */
export function PaletteDoor() {
  const { open, show } = usePalette();
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOurKey(event)) return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [show]);
  return wanted ? (
    <Suspense fallback={null}>
      <Palette />
    </Suspense>
  ) : null;
}
