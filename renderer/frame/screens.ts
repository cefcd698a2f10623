import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Screen } from '../../shared/contract/screens.ts';

type ScreenFile = { default: ComponentType };

// A screen is the default export of renderer/<folder>/index.tsx; it is read when it is first shown.
const files = import.meta.glob<ScreenFile>('../*/index.tsx');

/** The screen of a name, or undefined when the folder has none. */
export const screens: Partial<Record<Screen, LazyExoticComponent<ComponentType>>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [path.split('/')[1] ?? '', lazy(load)]),
);
