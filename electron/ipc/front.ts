/**
 * What answers the page, with the contract and all its schemas: read while the page's process is being started, so
 * that the window does not wait for it.
 */
export { appHandlers } from './app.ts';
export { makeAppDeps } from './appDeps.ts';
export { openDoor } from './door.ts';
export { tellPages } from './push.ts';
export { withoutDatabase } from './withoutDatabase.ts';
