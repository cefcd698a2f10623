import { lazy, useState, type ComponentType, type FunctionComponent } from 'react';

/** A component whose code is read when it is first shown, or before, when somebody sees it coming. */
export interface Later extends FunctionComponent {
  read: () => Promise<void>;
}

/**
 * Like React's `lazy`, but what was read beforehand is drawn at once. With `lazy` even that shows the fallback first,
 * and React then leaves a fallback standing for 0.3 s.
 */
export function readLater(load: () => Promise<{ default: ComponentType }>): Later {
  let ready: ComponentType | null = null;
  const read = async (): Promise<ComponentType> => (ready ??= (await load()).default);
  const Waiting = lazy(async () => ({ default: await read() }));
  function Part() {
    // Chosen once: another type in the same place would be mounted anew and forget what it holds.
    const [Shown] = useState<ComponentType>(() => ready ?? Waiting);
    return <Shown />;
  }
  return Object.assign(Part, { read: async () => void (await read()) });
}
