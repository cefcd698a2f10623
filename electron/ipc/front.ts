/**
 * What answers the page, with the contract and all its schemas: read when it first asks, which it does once it has
 * painted, so that the window does not wait for it.
 */
export { answerWith } from './answer.ts';
export { appHandlers } from './app.ts';
export { makeAppDeps } from './appDeps.ts';
export { tellPages } from './push.ts';
export { withoutDatabase } from './withoutDatabase.ts';
