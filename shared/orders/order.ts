import { z } from 'zod';

/** The four mail methods of the gateway (`typeMailMethod`, document field 4). */
export const shippingMethods = ['standard', 'rtrackstandard', 'priority', 'express'] as const;
export type ShippingMethod = (typeof shippingMethods)[number];

/** `live` is billed, made and shipped (`mode=prod`); `test` is neither and can never become live. */
export const modes = ['live', 'test'] as const;
export type OrderMode = (typeof modes)[number];

/** Whether TrepStar writes to the customer: as the account says, always, or never (document field 9). */
export const emailCustomerChoices = ['account', 'yes', 'no'] as const;
export type EmailCustomer = (typeof emailCustomerChoices)[number];

/** Far above every rule of the service: it only keeps absurd messages out. Real limits: validate.ts. */
const text = z.string().max(20_000);

/** One product in a box, as the user typed it; what the service allows is checked by validateOrder. */
const orderLineSchema = z.object({
  productId: text,
  /** Our own name for the product; never sent. */
  title: text,
  quantity: z.number(),
});
export type OrderLine = z.infer<typeof orderLineSchema>;

/** An order as a person fills it in: shape only, so that a half-filled form is still an OrderInput. */
export const orderInputSchema = z.object({
  accountId: text,
  /** '' = to be generated (newInvoice). */
  invoice: text,
  lines: z.array(orderLineSchema).max(1_000),
  shippingMethod: z.enum(shippingMethods),
  name: text,
  company: text,
  address: text,
  city: text,
  state: text,
  postcode: text,
  /** The gateway's two-letter code: the United Kingdom is UK, not GB. */
  country: text,
  email: text,
  specialText: text,
  /** Dollars as a decimal, '' = none. */
  price: text,
  usePriceOnCustoms: z.boolean(),
  emailCustomer: z.enum(emailCustomerChoices),
  mode: z.enum(modes),
});
export type OrderInput = z.infer<typeof orderInputSchema>;
