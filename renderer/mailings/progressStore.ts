import { create } from 'zustand';

/** How far uploads are, 0..1, by document. A store of its own: it changes many times a second. */
export const useProgress = create<{ parts: ReadonlyMap<string, number> }>(() => ({ parts: new Map() }));

export function setProgress(id: string, part: number): void {
  const parts = new Map(useProgress.getState().parts);
  if (part >= 1) parts.delete(id);
  else parts.set(id, part);
  useProgress.setState({ parts });
}
