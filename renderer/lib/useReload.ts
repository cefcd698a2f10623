import { useEffect, useRef } from 'react';
import type { PushName } from '../../shared/contract/pushes.ts';
import { api } from './ipc.ts';
import { paced } from './paced.ts';

/**
 * Reads again, paced, whenever one of these is pushed while the component lives; always by the newest `load`.
 * @param names the same list at every drawing
 */
export function useReload(names: readonly PushName[], load: () => Promise<unknown>): void {
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const reading = paced(() => latest.current());
    const ends = names.map((name) => api.on(name, reading.ask));
    return () => {
      for (const end of [...ends, reading.stop]) end();
    };
  }, [names]);
}
