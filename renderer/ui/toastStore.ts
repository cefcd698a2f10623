import { create } from 'zustand';

export interface ToastAction {
  label: string;
  run: () => void;
}

interface Toast {
  id: number;
  text: string;
  action?: ToastAction;
}

interface ToastState {
  toasts: Toast[];
  show: (text: string, action?: ToastAction) => void;
  close: (id: number) => void;
}

let nextId = 1;

export const useToasts = create<ToastState>((set, get) => ({
  toasts: [],
  show: (text, action) => {
    const id = nextId++;
    set({ toasts: [...get().toasts.slice(-2), { id, text, ...(action ? { action } : {}) }] });
  },
  close: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
}));

/** Confirms something, perhaps with Undo. Never an error that needs an answer. */
export const toast = (text: string, action?: ToastAction): void => useToasts.getState().show(text, action);
