import { usePaste } from './pasteStore.ts';
import type { SheetState } from './protocol.ts';

/** No sheet yet: what the third step is laid out with before there is one. */
const blank: SheetState = {
  version: 0,
  rowCount: 0,
  columns: [],
  shown: [],
  counts: { rows: 0, orders: 0, ready: 0, attention: 0, notOrders: 0, notices: 0 },
  groups: [],
  attention: [],
  doubles: [],
  missing: [],
  constants: {},
  notOrders: [],
  headerRecord: 0,
  hasSource: false,
  profile: '',
  notes: [],
  sheets: [],
  sheet: 0,
  rowsShown: { kind: 'all' },
  canUndo: false,
  canRedo: false,
  reading: null,
  checking: null,
};

/** The first rows are on their way. */
const coming: SheetState = { ...blank, reading: 0 };

/** The sheet as it is now; a blank one while there is none. */
export const useSheet = (): SheetState =>
  usePaste((state) => state.sheet ?? (state.busy === 'pasting' ? coming : blank));
