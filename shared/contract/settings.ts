import { z } from 'zod';
import { languages } from '../lib/language.ts';
import { freeCalls } from '../orders/callBudget.ts';
import { changesOf } from './changesOf.ts';
import { entry, nothing } from './entry.ts';

export const notificationKinds = ['shipped', 'delivered', 'problem', 'nothingMoved'] as const;

/** Bad news about letters and e-mails, each told or not; below the notifications of problems. */
export const mailTroubles = ['rejected', 'notdelivered', 'bounced', 'blocked'] as const;
export type MailTrouble = (typeof mailTroubles)[number];

export const settingsSchema = z.object({
  language: z.enum(['system', ...languages]).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Minutes. */
  refreshInterval: z.number().int().min(1).max(1440).default(15),
  /** Free status calls in 24 h, per TrepStar account. */
  callBudget: z.number().int().min(1).max(100_000).default(freeCalls),
  payBeyondBudget: z.boolean().default(false),
  /** Seconds, 0 to 60 minutes. */
  undoTime: z.number().int().min(0).max(3600).default(60),
  notify: z
    .object({
      shipped: z.boolean().default(true),
      delivered: z.boolean().default(true),
      problem: z.boolean().default(true),
      nothingMoved: z.boolean().default(true),
    })
    .prefault({}),
  notifyMail: z
    .object({
      rejected: z.boolean().default(true),
      notdelivered: z.boolean().default(true),
      bounced: z.boolean().default(true),
      blocked: z.boolean().default(true),
    })
    .prefault({}),
  quietHours: z
    .object({
      enabled: z.boolean().default(false),
      /** Local time, hh:mm. */
      from: z
        .string()
        .regex(/^\d\d:\d\d$/)
        .default('20:00'),
      to: z
        .string()
        .regex(/^\d\d:\d\d$/)
        .default('07:00'),
    })
    .prefault({}),
  /** "Nothing has moved for N working days". */
  nothingMovedDays: z.number().int().min(1).max(60).default(6),
  /** Duplicate radar looks back this many days. */
  duplicateDays: z.number().int().min(0).max(3650).default(30),
  runInBackground: z.boolean().default(false),
  watchedFolder: z.string().max(1000).default(''),
  letterProfile: z.string().max(100).default('swiss-right'),
  /** Months after which personal data is erased; 0 = kept. */
  keepPersonalData: z.number().int().min(0).max(600).default(0),
  /** Months PDFs stay in the archive; 0 = for ever. */
  keepDocuments: z.number().int().min(0).max(600).default(0),
  webhook: z
    .object({
      enabled: z.boolean().default(false),
      host: z.string().max(100).default('127.0.0.1'),
      port: z.number().int().min(1).max(65535).default(8443),
      /** Made here, or the user's own files. */
      certificate: z.enum(['generated', 'own']).default('generated'),
      /** Where a tunnel or proxy listens for the world, e.g. https://hooks.example.com; '' = none. */
      publicAddress: z.union([z.url({ protocol: /^https$/ }).max(500), z.literal('')]).default(''),
      certificateFile: z.string().max(1000).default(''),
      keyFile: z.string().max(1000).default(''),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settings = {
  'settings.get': entry(nothing, settingsSchema),
  /** Changes the named settings only; answers all of them. */
  'settings.change': entry(changesOf(settingsSchema), settingsSchema),
};
