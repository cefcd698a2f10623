import path from 'node:path';
import type { Output } from '../../shared/contract/contract.ts';
import type { Mailing } from '../../shared/contract/mailings.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { isPastDay } from '../../shared/lib/localDay.ts';
import { newId } from '../../shared/lib/newId.ts';
import { letterProfiles, profileById } from '../../shared/mailings/letterProfiles.ts';
import type { ServiceDocuments } from '../../shared/mailings/serviceDocument.ts';
import { byPostFromService, byPostInstead, editDocument, editMailing } from '../mailings/again.ts';
import { changeCards, changeOrder, judgeAll } from '../mailings/changeCards.ts';
import { saveStream } from '../mailings/download.ts';
import { checkAgain, intake } from '../mailings/intake.ts';
import type { StoredMailing } from '../db/queries/mailings.ts';
import type { DeskParts } from '../mailings/parts.ts';
import type { Receiver } from '../mailings/receiver/receiver.ts';
import { applyRemedy, planSplit, restoreOriginal, splitCard, tryRemedy } from '../mailings/remedies.ts';
import { replaceRejected, sendMailing } from '../mailings/send.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';

/** What the handlers of mailings need besides the desk. */
export interface MailingParts extends DeskParts {
  samplesFolder: string;
  chooseFiles: () => Promise<string[]>;
  chooseSaveFile: (suggestedName: string) => Promise<string | null>;
  /** Whether a mailing went to another place than its account's client talks to now. */
  isElsewhere: (mailing: StoredMailing) => Promise<boolean>;
  /** Wakes the saga. */
  wake: () => void;
  /** Ends the uploads of a mailing that are under way. */
  breakOff: (mailingId: string) => void;
  /** Part of an upload under way, 0..1. */
  progressOf: (documentId: string) => number | undefined;
  service: ServiceDocuments;
  watchState: () => Output<'mailings.watchState'>;
  /** Asks for a folder and follows it; null = cancelled. */
  chooseWatchedFolder: () => Promise<Result<Output<'mailings.watchState'>>>;
  stopWatching: () => Promise<Output<'mailings.watchState'>>;
  receiver: Receiver;
}

const day = 86_400_000;

export const mailingsHandlers = (parts: MailingParts): HandlersOf<'mailings'> => {
  const { db, now } = parts;
  const act = (done: boolean, ids: readonly string[]): Result<void> => {
    parts.onChange(ids);
    parts.wake();
    return done ? ok(undefined) : fail('too-late', ids[0] ?? '');
  };
  /** The service's copy, streamed to where the user says. */
  const download = async (
    accountId: string,
    number: string,
    name: string,
  ): Promise<Result<Output<'mailings.download'>>> => {
    const file = await parts.chooseSaveFile(name);
    if (file === null) return ok({ fileName: null });
    const stream = await parts.service.download(accountId, number);
    if (!stream.ok) return stream;
    const saved = await saveStream(stream.value, file);
    return saved.ok ? ok({ fileName: path.basename(file) }) : saved;
  };
  const shown = async ({ sentTo, ...mailing }: StoredMailing): Promise<Mailing> => ({
    ...mailing,
    elsewhere: await parts.isElsewhere({ sentTo, ...mailing }),
    documents: mailing.documents.map((document) => ({
      ...document,
      uploaded: parts.progressOf(document.id) ?? document.uploaded,
    })),
  });
  /** What is asked of the service about a placed order must reach the one that has it. */
  const whereItIs = async (id: string, ask: () => Promise<Result<void>>): Promise<Result<void>> => {
    const found = await db.call('mailings.get', { id });
    const placed = found !== null && found.mailing.orderNumber !== '';
    return placed && (await parts.isElsewhere(found.mailing)) ? fail('account-changed', id) : ask();
  };
  let warm: Promise<void> | null = null;
  return guarded<HandlersOf<'mailings'>>({
    'mailings.intake': async ({ paths }) => ok(await intake(parts, paths)),
    'mailings.choose': async () => ok(await intake(parts, await parts.chooseFiles())),
    // What draws PDFs is large and seldom needed: read when it is.
    'mailings.samples': async () => {
      const { writeSamples } = await import('../mailings/samples.ts');
      return ok(await intake(parts, await writeSamples(parts.samplesFolder)));
    },
    'mailings.cards': async () => {
      // The desk is being looked at: files will come, and their examiners take a moment to start.
      warm ??= parts.preflight.warm().catch((reason: unknown) => parts.report('preflight', reason));
      return ok(await db.call('cards.shown'));
    },
    'mailings.change': async ({ ids, settings }) => changeCards(parts, ids, settings),
    'mailings.removeCards': async ({ ids }) => {
      await db.call('cards.remove', { ids });
      parts.onChange(ids);
      return ok(undefined);
    },
    'mailings.tryRemedy': async ({ id, remedy }) => tryRemedy(parts, id, remedy),
    'mailings.applyRemedy': async ({ id, remedy }) => applyRemedy(parts, id, remedy),
    'mailings.checkAgain': async ({ id }) => checkAgain(parts, id),
    'mailings.restoreOriginal': async ({ id }) => restoreOriginal(parts, id),
    'mailings.splitPlan': async ({ id, by }) => planSplit(parts, id, by),
    'mailings.split': async ({ id, by }) => splitCard(parts, id, by),
    'mailings.order': async () => ok(await db.call('desk.order')),
    'mailings.setOrder': async (order) => changeOrder(parts, order),
    'mailings.presets': async () => ok(await db.call('desk.presets')),
    'mailings.savePreset': async (preset) => {
      const saved = { ...preset, id: preset.id ?? newId(now()) };
      await db.call('desk.savePreset', saved);
      return ok(saved);
    },
    'mailings.removePreset': async (input) => {
      await db.call('desk.removePreset', input);
      return ok(undefined);
    },
    'mailings.profiles': async () => ok([...letterProfiles, ...(await db.call('desk.profiles'))]),
    'mailings.saveProfile': async (profile) => {
      if (letterProfiles.some(({ id }) => id === profile.id)) return fail('conflict', profile.id);
      await db.call('desk.saveProfile', profile);
      await judgeAll(parts);
      return ok(undefined);
    },
    'mailings.removeProfile': async ({ id }) => {
      await db.call('desk.removeProfile', { id });
      await judgeAll(parts);
      return ok(undefined);
    },
    'mailings.send': async (input) => {
      const sent = await sendMailing(parts, input);
      if (sent.ok) parts.wake();
      return sent;
    },
    'mailings.open': async () =>
      ok(await Promise.all((await db.call('mailings.open', { since: now() - day })).map(shown))),
    'mailings.get': async (input) => {
      const found = await db.call('mailings.get', input);
      return found === null
        ? fail('not-found', input.id)
        : ok({ ...found, mailing: await shown(found.mailing) });
    },
    'mailings.document': async (input) => {
      const found = await db.call('mailings.document', input);
      if (found === null) return fail('not-found', input.id);
      const kept = await parts.archive.has(found.document.sha256);
      return ok({ ...found, mailing: await shown(found.mailing), kept });
    },
    'mailings.reschedule': async ({ id, sendOn }) =>
      isPastDay(sendOn, new Date(now()))
        ? fail('bad-input', 'dayPast', { field: 'sendOn' })
        : whereItIs(id, async () =>
            act(await db.call('mailings.reschedule', { id, sendOn, now: now() }), [id]),
          ),
    'mailings.cancel': ({ id }) =>
      whereItIs(id, async () => {
        const wanted = await db.call('mailings.cancel', { id, now: now() });
        if (wanted) parts.breakOff(id);
        return act(wanted, [id]);
      }),
    'mailings.deleteDocument': async ({ id }) => {
      const mailing = (await db.call('mailings.document', { id }))?.mailing.id ?? id;
      return whereItIs(mailing, async () =>
        act(await db.call('mailings.deleteDocument', { id, now: now() }), [id]),
      );
    },
    'mailings.replaceRejected': async ({ id, cardId }) => {
      const replaced = await replaceRejected(parts, id, cardId);
      parts.wake();
      return replaced;
    },
    'mailings.leaveOut': async ({ id }) => act(await db.call('mailings.leaveOut', { id, now: now() }), [id]),
    'mailings.download': async ({ id }) => {
      const found = await db.call('mailings.document', { id });
      if (found === null || found.document.number === '') return fail('not-found', id);
      if (await parts.isElsewhere(found.mailing)) return fail('account-changed', id);
      return download(found.document.accountId, found.document.number, found.document.fileName);
    },
    'mailings.downloadNumber': async ({ accountId, number }) =>
      download(accountId, number, `${number.replace(/[^\w-]/g, '_')}.pdf`),
    'mailings.byPostInstead': async ({ id }) => byPostInstead(parts, id),
    'mailings.byPostFromService': async (input) => byPostFromService(parts, input),
    'mailings.editDocument': async ({ id }) => editDocument(parts, id),
    'mailings.editMailing': async ({ id }) => {
      const edited = await editMailing(parts, id);
      parts.wake();
      return edited;
    },
    'mailings.serviceList': ({ accountId, list }) => parts.service.list(accountId, list),
    'mailings.testSheet': async ({ profileId, words }) => {
      const profile = profileById(profileId, await db.call('desk.profiles'));
      const file = await parts.chooseSaveFile(`Postroom ${profile.id}.pdf`);
      if (file === null) return ok({ fileName: null });
      const { drawTestSheet } = await import('../mailings/sheet.ts');
      const bytes = await drawTestSheet(profile, words);
      const saved = await saveStream(once(bytes), file);
      return saved.ok ? ok({ fileName: path.basename(file) }) : saved;
    },
    'mailings.watchState': async () => ok(parts.watchState()),
    'mailings.chooseWatchedFolder': async () => parts.chooseWatchedFolder(),
    'mailings.stopWatching': async () => ok(await parts.stopWatching()),
    'mailings.webhookState': async () => ok(await parts.receiver.state()),
    'mailings.copyWebhookAddress': async () => parts.receiver.copyAddress(),
    'mailings.renewWebhookAddress': async () => parts.receiver.renew(),
    'mailings.chooseWebhookFile': async ({ which }) => ok(await parts.receiver.chooseFile(which)),
    'mailings.testWebhook': async () => ok(await parts.receiver.test()),
  });
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
