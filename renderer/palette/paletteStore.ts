import { create } from 'zustand';

interface PaletteState {
  open: boolean;
  /** What is looked for. */
  text: string;
  show: () => void;
  hide: () => void;
  type: (text: string) => void;
}

export const usePalette = create<PaletteState>((set) => ({
  open: false,
  text: '',
  show: () => set({ open: true, text: '' }),
  hide: () => set({ open: false }),
  type: (text) => set({ text }),
}));
