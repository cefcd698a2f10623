import { useEffect, useState } from 'react';
import type { WatchState } from '../../shared/contract/mailings.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';

/** The watched folder as it is now; null until it was asked. */
export function useWatchState(): [WatchState | null, (state: WatchState) => void] {
  const [state, setState] = useState<WatchState | null>(null);
  useEffect(() => {
    let gone = false;
    void api.mailings.watchState().then((answer) => {
      if (answer.ok && !gone) setState(answer.value);
    });
    return () => {
      gone = true;
    };
  }, []);
  usePush('mailings.watch', setState);
  return [state, setState];
}
