import type { ComponentType } from 'react';
import type { Screen } from '../../shared/contract/screens.ts';
import { readLater } from '../lib/readLater.tsx';
import overview from '../overview/index.tsx';

// A screen is the default export of renderer/<folder>/index.tsx; it is read when it is first shown.
const files = import.meta.glob<{ default: ComponentType }>(['../*/index.tsx', '!../overview/index.tsx']);

/** The screen of a name, or undefined when the folder has none. The first one comes with the frame. */
export const screens: Partial<Record<Screen, ComponentType>> = {
  overview,
  ...Object.fromEntries(
    Object.entries(files).map(([path, load]) => [path.split('/')[1] ?? '', readLater(load)]),
  ),
};
