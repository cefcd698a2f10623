import { BrowserWindow } from 'electron';
import { pushes } from '../../shared/contract/pushes.ts';
import type { Push, PushName } from '../../shared/contract/pushes.ts';

/** Tells every window. A payload that does not fit the contract is a bug and throws. */
export type TellPages = <N extends PushName>(name: N, payload: Push<N>) => void;

export const tellPages: TellPages = (name, payload) => {
  const checked: unknown = pushes[name].parse(payload);
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(name, checked);
  }
};
