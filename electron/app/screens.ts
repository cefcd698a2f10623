/** Screens by the names the page knows; menus, tray and notifications lead to them (push `app.navigate`). */
export const screens = [
  'overview',
  'newOrder',
  'paste',
  'mailings',
  'outbox',
  'history',
  'recipients',
  'products',
  'accounts',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

/** Where to go: a screen, and perhaps one item on it. */
export interface Destination {
  screen: string;
  id?: string;
}
