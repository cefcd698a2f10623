import path from 'node:path';

/** The user guide that is shipped; in a package it lies beside the archive, where a browser can read it. */
export const guideFile = (appPath: string): string =>
  path.join(appPath.replace(/app\.asar$/, 'app.asar.unpacked'), 'out', 'guide', 'guide.html');
