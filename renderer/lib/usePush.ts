import { useEffect, useRef } from 'react';
import type { Push, PushName } from '../../shared/contract/pushes.ts';
import { api } from './ipc.ts';

/** Listens to a push while the component lives; always calls the newest listener. */
export function usePush<N extends PushName>(name: N, listener: (payload: Push<N>) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => api.on(name, (payload) => latest.current(payload)), [name]);
}
