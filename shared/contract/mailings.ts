import { z } from 'zod';
import { findingSchema, remedyIds } from '../mailings/finding.ts';
import { letterProfileSchema, zoneKinds } from '../mailings/letterProfiles.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../mailings/mailing.ts';
import { orderStatuses } from '../orders/status.ts';
import { changesOf } from './changesOf.ts';
import { entry, instant, nothing } from './entry.ts';
import { eventSchema } from './orders.ts';

/** Where a document is on its way; before `waiting` it is a card on the desk and nothing has left. */
const cardStates = ['checking', 'ready', 'unreadable'] as const;

/** A PDF on the desk: archived already, preflighted, not sent. */
const cardSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Of the bytes that would be sent (after remedies). */
  sha256: z.string(),
  /** Of the file as dropped. */
  originalSha256: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  state: z.enum(cardStates),
  findings: z.array(findingSchema),
  /** Text lines found in the address window, and the country read from them. */
  addressRead: z.object({ lines: z.array(z.string()), country: z.string() }).nullable(),
  remediesDone: z.array(z.enum(remedyIds)),
  /** Dropped before: where it was sent already. */
  seenBefore: z.object({ at: instant, recipient: z.string() }).nullable(),
  settings: documentSettingsSchema,
  droppedAt: instant,
  /** Name of the watched folder it came from; '' = dropped or chosen by hand. */
  cameFrom: z.string(),
  /** The rejected document it was made from, whose place it can take; '' = none. */
  replaces: z.string(),
});
export type Card = z.infer<typeof cardSchema>;

/** A sent document, or one on its way. */
const sentDocumentSchema = z.object({
  id: z.string(),
  mailingId: z.string(),
  accountId: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  pages: z.number().int(),
  settings: documentSettingsSchema,
  status: z.enum(orderStatuses),
  /** The service's own word: created, accepted, rejected, acknowledged, printing, sent, tracked, delivered, notdelivered, bounced, blocked. */
  serviceStatus: z.string(),
  statusDetail: z.string(),
  /** The service's number, '' until it has one. */
  number: z.string(),
  trackingId: z.string(),
  /** Replaced by another one or taken out of the order. */
  leftOut: z.boolean(),
  /** 0..1 while uploading. */
  uploaded: z.number(),
  step: z.enum([
    'waiting',
    'uploading',
    'uploaded',
    'validating',
    'accepted',
    'rejected',
    'ordered',
    'done',
    'cancelled',
  ]),
});
export type SentDocument = z.infer<typeof sentDocumentSchema>;

const mailingSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  settings: mailingSettingsSchema,
  status: z.enum(orderStatuses),
  /** placed, accepted, rejected, scheduled, executing, executed; '' before it is placed. */
  serviceStatus: z.string(),
  statusDetail: z.string(),
  orderNumber: z.string(),
  /** Its account was changed after it left: until that is put back, nothing is known of it and nothing can be done. */
  elsewhere: z.boolean(),
  acceptedAt: instant,
  dueAt: instant.nullable(),
  documents: z.array(sentDocumentSchema),
});
export type Mailing = z.infer<typeof mailingSchema>;

/** Where a letter begins in a PDF that holds several. */
const splitBy = z.union([
  z.object({ everyPages: z.number().int().min(1).max(500) }),
  z.object({ atAddress: z.literal(true) }),
]);
export type SplitBy = z.infer<typeof splitBy>;

/** What became of dropped files: cards, and those that were not taken, each with a word for why. */
const intaken = z.object({
  cards: z.array(z.string()),
  refused: z.array(z.object({ fileName: z.string(), code: z.string(), detail: z.string() })),
});

const ids = z.array(z.string()).min(1).max(2_000);

const presetSchema = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  document: changesOf(documentSettingsSchema),
  mailing: changesOf(mailingSettingsSchema),
});
export type Preset = z.infer<typeof presetSchema>;

/** What a test sheet says, in the language of the page. */
const sheetWordsSchema = z.object({
  title: z.string().max(300),
  zones: z.record(z.enum(zoneKinds), z.string().max(60)),
  assumed: z.string().max(60),
});
export type SheetWords = z.infer<typeof sheetWordsSchema>;

export const watchStateSchema = z.object({
  /** Whole path, for the settings; '' = none is watched. */
  folder: z.string(),
  /** Last part of the path. */
  name: z.string(),
  trouble: z.enum(['', 'missing', 'unreadable', 'diskFull']),
  /** Files that are still being written. */
  waiting: z.number().int(),
  /** Taken since the app was started. */
  taken: z.number().int(),
  refused: z.array(z.object({ fileName: z.string(), code: z.string() })),
});
export type WatchState = z.infer<typeof watchStateSchema>;

const webhookStateSchema = z.object({
  listening: z.boolean(),
  /** The address to register, with its secret part masked; '' while it does not listen. */
  address: z.string(),
  /** A word the page knows (ownMissing, portInUse, keychain …), or the system's own message; '' = none. */
  error: z.string(),
  /** Events since the start. */
  received: z.number().int(),
  turnedAway: z.number().int(),
  /** The last event about something of ours, also from before the start. */
  last: z.object({ at: instant, type: z.string(), item: z.string() }).nullable(),
  /** SHA-256 of the certificate in use, for whoever pins it, and its last day. */
  certificate: z.object({ fingerprint: z.string(), until: instant }).nullable(),
  certificateFile: z.string(),
  keyFile: z.string(),
});
export type WebhookState = z.infer<typeof webhookStateSchema>;

export const mailings = {
  /**
   * Files dropped or opened. The page hands File objects to the preload, which alone knows their paths;
   * each is copied into the archive before anything else. A folder is walked for PDFs.
   */
  'mailings.intake': entry(
    z.object({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(10_000) }),
    intaken,
  ),
  /** **Choose PDF files**: the system's dialog, then as intake. */
  'mailings.choose': entry(nothing, intaken),
  /** Sample PDFs for practice, as intake. */
  'mailings.samples': entry(nothing, intaken),
  'mailings.cards': entry(nothing, z.array(cardSchema)),
  'mailings.change': entry(z.object({ ids, settings: changesOf(documentSettingsSchema) }), nothing),
  'mailings.removeCards': entry(z.object({ ids }), nothing),
  /** Shows what a remedy would do: findings before and after, and the page address of the new first page. */
  'mailings.tryRemedy': entry(
    z.object({ id: z.string(), remedy: z.enum(remedyIds) }),
    z.object({
      sha256: z.string(),
      bytes: z.number(),
      pages: z.number(),
      before: z.array(findingSchema),
      after: z.array(findingSchema),
    }),
  ),
  'mailings.applyRemedy': entry(z.object({ id: z.string(), remedy: z.enum(remedyIds) }), nothing),
  /** Examines a file once more that could not be examined. */
  'mailings.checkAgain': entry(z.object({ id: z.string() }), nothing),
  /** Back to the file as dropped. */
  'mailings.restoreOriginal': entry(z.object({ id: z.string() }), nothing),
  /** The letters a split would make, without making them; none or one = there is nothing to split. */
  'mailings.splitPlan': entry(
    z.object({ id: z.string(), by: splitBy }),
    z.object({
      letters: z.array(
        z.object({
          first: z.number().int(),
          last: z.number().int(),
          /** The address in the window; empty = none was found or looked for. */
          address: z.array(z.string()),
        }),
      ),
    }),
  ),
  'mailings.split': entry(
    z.object({ id: z.string(), by: splitBy }),
    z.object({ cards: z.array(z.string()) }),
  ),
  /** The options of the order to come, as they were last left; they outlive a restart. */
  'mailings.order': entry(nothing, mailingSettingsSchema),
  'mailings.setOrder': entry(mailingSettingsSchema, nothing),
  'mailings.presets': entry(nothing, z.array(presetSchema)),
  'mailings.savePreset': entry(presetSchema.extend({ id: z.string().optional() }), presetSchema),
  'mailings.removePreset': entry(z.object({ id: z.string() }), nothing),
  'mailings.profiles': entry(nothing, z.array(letterProfileSchema)),
  'mailings.saveProfile': entry(letterProfileSchema, nothing),
  /** Removes an own profile; if it was in use, the default one is used. */
  'mailings.removeProfile': entry(z.object({ id: z.string() }), nothing),
  /** **Send 3 documents**: cards become documents of one mailing, in the outbox, on disk before the answer. The same mailingId twice = once. */
  'mailings.send': entry(
    z.object({
      mailingId: z.string().min(8).max(64),
      accountId: z.string(),
      cardIds: ids,
      settings: mailingSettingsSchema,
    }),
    z.object({ mailingId: z.string(), dueAt: instant }),
  ),
  /** Mailings that are not finished yet, for the cards' own progress. */
  'mailings.open': entry(nothing, z.array(mailingSchema)),
  'mailings.get': entry(
    z.object({ id: z.string() }),
    z.object({ mailing: mailingSchema, timeline: z.array(eventSchema) }),
  ),
  'mailings.document': entry(
    z.object({ id: z.string() }),
    z.object({
      document: sentDocumentSchema,
      mailing: mailingSchema,
      timeline: z.array(eventSchema),
      /** Whether its PDF is still in the archive. */
      kept: z.boolean(),
    }),
  ),
  'mailings.reschedule': entry(z.object({ id: z.string(), sendOn: z.iso.date() }), nothing),
  'mailings.cancel': entry(z.object({ id: z.string() }), nothing),
  'mailings.deleteDocument': entry(z.object({ id: z.string() }), nothing),
  'mailings.replaceRejected': entry(z.object({ id: z.string(), cardId: z.string() }), nothing),
  /** A rejected document stays out; the rest of its mailing goes. */
  'mailings.leaveOut': entry(z.object({ id: z.string() }), nothing),
  /** A rejected document as a card on the desk, to be mended and sent in its place. */
  'mailings.editDocument': entry(z.object({ id: z.string() }), z.object({ cardId: z.string() })),
  /** **Edit and send again**: the documents of a refused mailing as cards; the mailing is closed. */
  'mailings.editMailing': entry(
    z.object({ id: z.string() }),
    z.object({ cardIds: z.array(z.string()), settings: mailingSettingsSchema }),
  ),
  /** Saves the service's copy where the user says. */
  'mailings.download': entry(z.object({ id: z.string() }), z.object({ fileName: z.string().nullable() })),
  /** The same for a document of the service's lists that was not sent from here. */
  'mailings.downloadNumber': entry(
    z.object({ accountId: z.string(), number: z.string().min(1).max(200) }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /** **Send by post instead**: a card with the same PDF and address, by post. */
  'mailings.byPostInstead': entry(z.object({ id: z.string() }), z.object({ cardId: z.string() })),
  /** The same for an e-mail of the service's list that was not sent from here: its PDF is fetched from there. */
  'mailings.byPostFromService': entry(
    z.object({ accountId: z.string(), number: z.string().min(1).max(200) }),
    z.object({ cardId: z.string() }),
  ),
  'mailings.serviceList': entry(
    z.object({ accountId: z.string(), list: z.enum(['registered', 'bounced']) }),
    z.array(
      z.object({
        number: z.string(),
        status: z.string(),
        reference: z.string(),
        documentId: z.string().nullable(),
        detail: z.string(),
        at: z.string(),
      }),
    ),
  ),
  /** Saves the letter profile's test sheet as PDF. */
  'mailings.testSheet': entry(
    z.object({ profileId: z.string(), words: sheetWordsSchema }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /** The watched folder: what it is called, whether it is there, and what could not be taken from it. */
  'mailings.watchState': entry(nothing, watchStateSchema),
  /** Asks for a folder with the system's dialog and watches it from now on; nothing changes when cancelled. */
  'mailings.chooseWatchedFolder': entry(nothing, watchStateSchema),
  'mailings.stopWatching': entry(nothing, watchStateSchema),
  'mailings.webhookState': entry(nothing, webhookStateSchema),
  /** Puts the whole address to register on the clipboard; its secret part is never shown to the page. */
  'mailings.copyWebhookAddress': entry(nothing, nothing),
  /** Another secret address; the old one is answered no more. */
  'mailings.renewWebhookAddress': entry(nothing, webhookStateSchema),
  /** Asks for a certificate or key file with the system's dialog; nothing changes when cancelled. */
  'mailings.chooseWebhookFile': entry(
    z.object({ which: z.enum(['certificate', 'key']) }),
    webhookStateSchema,
  ),
  /** Sends an event of our own through the address: from here, or from outside when a public address is set. */
  'mailings.testWebhook': entry(
    nothing,
    z.object({
      outcome: z.enum(['works', 'off', 'unreachable', 'wrongAnswer']),
      /** Through the public address. */
      outside: z.boolean(),
      detail: z.string(),
    }),
  ),
};
