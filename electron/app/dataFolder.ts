import path from 'node:path';
import { app } from 'electron';

/** Honours `--user-data-dir=DIR`. Must run before anything opens a file. Answers the folder. */
export function chooseDataFolder(): string {
  const wanted = app.commandLine.getSwitchValue('user-data-dir');
  if (wanted !== '') app.setPath('userData', path.resolve(wanted));
  return app.getPath('userData');
}
