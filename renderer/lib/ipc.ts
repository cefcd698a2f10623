import type { Api } from '../../shared/contract/api.ts';

declare global {
  interface Window {
    /** Put there by the preload; nothing else of the outside is reachable from the page. */
    postroom: Api;
  }
}

/** The only way out of the page. */
export const api: Api = window.postroom;
