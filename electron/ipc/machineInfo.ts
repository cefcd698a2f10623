import { app } from 'electron';
import type { FirstLook } from '../../shared/contract/firstLook.ts';

/** What is known without a database. Use after the app is ready: only then is the locale known. */
export const machineInfo = (dataFolder: string): FirstLook['info'] => ({
  version: app.getVersion(),
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  locale: app.getLocale(),
  dataFolder,
});
