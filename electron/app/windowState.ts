import { readFileSync } from 'node:fs';
import { replaceFileNow } from '../files/replaceFile.ts';

export const minimumSize = { width: 960, height: 600 } as const;
export const defaultSize = { width: 1320, height: 860 } as const;

/** Pixels; x and y are absent for "wherever the system likes". */
export interface WindowState {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

/** A rectangle in screen pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The remembered state, or null when there is none or it cannot be read: then the default is right. */
export function readWindowState(file: string): WindowState | null {
  try {
    return stateFrom(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing or damaged: a window in the middle of the screen is no harm.
    return null;
  }
}

/** By hand instead of by a schema: the window should not wait for the library to be read. */
function stateFrom(read: unknown): WindowState | null {
  if (typeof read !== 'object' || read === null) return null;
  const { x, y, width, height, maximized } = read as Record<string, unknown>;
  if (!isSide(width) || !isSide(height) || typeof maximized !== 'boolean') return null;
  if (x === undefined || y === undefined) return { width, height, maximized };
  return Number.isInteger(x) && Number.isInteger(y)
    ? { x: Number(x), y: Number(y), width, height, maximized }
    : null;
}

const isSide = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100_000;

/** Throws as fs does. */
export const writeWindowState = (file: string, state: WindowState): void =>
  replaceFileNow(file, JSON.stringify(state));

/**
 * Fits a remembered state to the screens there are now: a window whose title bar nobody could reach
 * loses its position, and no window is larger than the screen it is on.
 */
export function fitToScreens(state: WindowState | null, workAreas: readonly Area[]): WindowState {
  if (state === null) return { ...fitSize(defaultSize, workAreas[0]), maximized: false };
  const { x, y } = state;
  const home =
    x === undefined || y === undefined
      ? undefined
      : workAreas.find((area) => reaches(area, { ...state, x, y }));
  const size = fitSize(state, home ?? workAreas[0]);
  return {
    ...size,
    maximized: state.maximized,
    ...(home === undefined || x === undefined || y === undefined ? {} : { x, y }),
  };
}

/** At least 100 px of the title bar's width lie within the area. */
function reaches(area: Area, bounds: Area): boolean {
  const left = Math.max(area.x, bounds.x);
  const right = Math.min(area.x + area.width, bounds.x + bounds.width);
  return right - left >= 100 && bounds.y >= area.y && bounds.y <= area.y + area.height - 40;
}

function fitSize(
  size: { width: number; height: number },
  area: Area | undefined,
): { width: number; height: number } {
  const most = area ?? { ...defaultSize };
  return {
    width: Math.max(minimumSize.width, Math.min(size.width, most.width)),
    height: Math.max(minimumSize.height, Math.min(size.height, most.height)),
  };
}
