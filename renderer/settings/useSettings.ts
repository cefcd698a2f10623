import { useCallback } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { useFrame } from '../frame/frameStore.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { toast } from '../ui/toastStore.ts';

export interface Held {
  settings: Settings;
  /** Saves at once; what could not be saved goes back to what is stored, and says why. */
  change: (change: Partial<Settings>) => void;
}

/** The stored settings and the way to change them; null while they have not been read. */
export function useSettings(): Held | null {
  const settings = useFrame((state) => state.settings);
  const change = useCallback((part: Partial<Settings>) => {
    const before = useFrame.getState().settings;
    if (before !== null) useFrame.setState({ settings: { ...before, ...part } });
    void api.settings.change(part).then((answer) => {
      useFrame.setState({ settings: answer.ok ? answer.value : before });
      if (!answer.ok) toast(describeError(answer.error));
    });
  }, []);
  return settings === null ? null : { settings, change };
}
