import type { z } from 'zod';
import { accounts } from './accounts.ts';
import { app } from './app.ts';
import { history } from './history.ts';
import { mailings } from './mailings.ts';
import { orders } from './orders.ts';
import { outbox } from './outbox.ts';
import { paste } from './paste.ts';
import { products } from './products.ts';
import { recipients } from './recipients.ts';
import { refresh } from './refresh.ts';
import { settings } from './settings.ts';

/** Every request the page may make of the main process. There is no other way in. */
export const contract = {
  ...accounts,
  ...app,
  ...history,
  ...mailings,
  ...orders,
  ...outbox,
  ...paste,
  ...products,
  ...recipients,
  ...refresh,
  ...settings,
};

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export const requestNames = Object.keys(contract) as RequestName[];
/** What the page hands over (defaults may be left out). */
export type Input<N extends RequestName> = z.input<Contract[N]['input']>;
/** What a handler gets after the check (defaults filled in). */
export type CheckedInput<N extends RequestName> = z.output<Contract[N]['input']>;
export type Output<N extends RequestName> = z.output<Contract[N]['output']>;
