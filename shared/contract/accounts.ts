import { z } from 'zod';
import { modes, shippingMethods } from '../orders/order.ts';
import { entry, instant, nothing } from './entry.ts';

export const services = ['trepstar', 'tcgate', 'practice'] as const;
export type Service = (typeof services)[number];

export const tcgateEnvironments = ['production', 'test', 'sandbox', 'custom'] as const;

export const paceBounds = { min: 1, max: 8 } as const;

/** What an account remembers besides its secrets. Secrets live in the OS keychain only. */
export const accountSettingsSchema = z.object({
  /** TrepStar */
  loginEmail: z.string().max(254).default(''),
  defaultShippingMethod: z.enum(shippingMethods).default('standard'),
  defaultMode: z.enum(modes).default('live'),
  /** Overrides of the two gateway addresses; '' = the service's own. */
  orderAddress: z.string().max(500).default(''),
  statusAddress: z.string().max(500).default(''),
  /** TC.gate */
  environment: z.enum(tcgateEnvironments).default('production'),
  serviceAddress: z.string().max(500).default(''),
  signInWith: z.enum(['secret', 'token']).default('secret'),
  clientId: z.string().max(100).default(''),
  tenant: z.string().max(100).default(''),
  /** Requests at a time. */
  pace: z.number().int().min(paceBounds.min).max(paceBounds.max).default(2),
});
export type AccountSettings = z.infer<typeof accountSettingsSchema>;

const accountSchema = z.object({
  id: z.string(),
  service: z.enum(services),
  name: z.string(),
  settings: accountSettingsSchema,
  /** Which secrets the keychain holds for it; never the secrets themselves. null = the keychain could not be asked. */
  hasSecret: z.boolean().nullable(),
  createdAt: instant,
});
export type Account = z.infer<typeof accountSchema>;

const accountInputSchema = z.object({
  /** Absent = a new account. */
  id: z.string().optional(),
  service: z.enum(services),
  name: z.string().trim().min(1).max(100),
  settings: accountSettingsSchema,
  /** Password, client secret or token, typed just now. Absent = leave the stored one. Goes one way only. */
  secret: z.string().max(5000).optional(),
});
export type AccountInput = z.infer<typeof accountInputSchema>;

/** What Test connection found. The page turns the code into one sentence. */
const connectionReportSchema = z.object({
  outcome: z.enum(['works', 'wrong-login', 'unreachable', 'unreadable', 'no-secret']),
  detail: z.string().optional(),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;

export const accounts = {
  'accounts.list': entry(nothing, z.array(accountSchema)),
  /** Creates or changes; also makes the practice account (`service: 'practice'`). */
  'accounts.save': entry(accountInputSchema, accountSchema),
  /** Tests what is typed in the dialog without saving it; without `secret` the stored one is used. */
  'accounts.test': entry(accountInputSchema, connectionReportSchema),
  'accounts.removeSecret': entry(z.object({ id: z.string() }), accountSchema),
  /** Refused with `conflict` while something of it waits in the outbox. History stays. */
  'accounts.remove': entry(z.object({ id: z.string() }), nothing),
  /** Makes the practice account with sample products, and returns it (the same one if it exists). */
  'accounts.tryPractice': entry(nothing, accountSchema),
};
