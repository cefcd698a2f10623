import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Screen } from '../../shared/contract/screens.ts';

type ScreenFile = { default: ComponentType };

// A screen is the default export of renderer/<folder>/index.tsx; it is read when it is first shown.
const files = import.meta.glob<ScreenFile>('../*/index.tsx');
const nameOf = (path: string): string => path.split('/')[1] ?? '';

/** The screen of a name, or undefined when the folder has none. */
export const screens: Partial<Record<Screen, LazyExoticComponent<ComponentType>>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [nameOf(path), lazy(load)]),
);

/** Begins to read a screen before it is shown. */
export const loadScreen = async (name: Screen): Promise<void> =>
  void (await files[`../${name}/index.tsx`]?.());
