import { create } from 'zustand';
import type { AppError } from '../../shared/contract/result.ts';
import type { OrderMode } from '../../shared/orders/order.ts';
import type { Position } from '../ui/grid/gridModel.ts';
import type { Review, Sent, SheetState, Source } from './protocol.ts';

export type Step = 'in' | 'columns' | 'rows';

export interface Progress {
  total: number;
  done: number;
  state: 'running' | 'paused' | 'stopping';
}

interface PasteState {
  step: Step;
  sheet: SheetState | null;
  source: Source | null;
  /** A source is read; from the clipboard its rows are here in a moment, and their step is shown already. */
  busy: 'reading' | 'pasting' | null;
  trouble: AppError | null;
  accountId: string;
  mode: OrderMode;
  batchId: string;
  nextRow: number;
  label: string;
  active: Position;
  review: { review: Review; used: string[] } | null;
  progress: Progress | null;
  sent: Sent | null;
  finding: 'find' | 'replace' | null;
  set: (changes: Partial<Omit<PasteState, 'set'>>) => void;
}

/** The step that is shown: that of the rows also while a paste's first ones are on their way. */
export const stepNow = ({ sheet, step, busy }: PasteState): Step =>
  sheet ? step : busy === 'pasting' ? 'rows' : 'in';

/** The small things of the paste screen; rows stay in the worker. Outlives the screen, so that one may look elsewhere. */
export const usePaste = create<PasteState>((set) => ({
  step: 'in',
  sheet: null,
  source: null,
  busy: null,
  trouble: null,
  accountId: '',
  mode: 'live',
  batchId: '',
  nextRow: 0,
  label: '',
  active: { row: 0, column: 0 },
  review: null,
  progress: null,
  sent: null,
  finding: null,
  set: (changes) => set(changes),
}));
