/** Screens by name, in the order of the navigation; menus, tray and notifications lead to them (push `app.navigate`). */
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
