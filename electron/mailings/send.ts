import type { CheckedInput, Output } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { isPastDay } from '../../shared/lib/localDay.ts';
import type { Channel } from '../../shared/mailings/limits.ts';
import type { MailingSettings } from '../../shared/mailings/mailing.ts';
import { modeOf } from '../../shared/mailings/mode.ts';
import { personOf } from '../../shared/mailings/personOf.ts';
import type { KeptCard } from '../db/queries/cards.ts';
import type { NewDocument } from '../db/queries/sendMailing.ts';
import { judgeCard } from './judgeCard.ts';
import { currentProfile, type DeskParts } from './parts.ts';

/**
 * **Send 3 documents**: checks every card as it stands on disk and keeps the mailing in one transaction. When this
 * answers it is in the outbox. The same mailingId again gives back the first result.
 */
export async function sendMailing(
  parts: DeskParts,
  input: CheckedInput<'mailings.send'>,
): Promise<Result<Output<'mailings.send'>>> {
  const { db, now } = parts;
  const before = await db.call('mailings.get', { id: input.mailingId });
  if (before !== null) return ok({ mailingId: input.mailingId, dueAt: before.mailing.dueAt ?? now() });
  const account = await db.call('accounts.get', { id: input.accountId });
  if (account === null || account.service === 'trepstar')
    return fail('bad-input', 'accountMissing', { field: 'accountId' });
  // The service would begin at once, which is not what was meant.
  const { sendOn } = input.settings;
  if (isPastDay(sendOn, new Date(now()))) return fail('bad-input', 'dayPast', { field: 'sendOn' });
  const cards = await db.call('cards.get', { ids: [...new Set(input.cardIds)] });
  const [first] = cards;
  if (first === undefined || cards.length < new Set(input.cardIds).size)
    return fail('conflict', 'gone', { field: 'cardIds' });
  const channel = first.settings.sendBy;
  const documents: NewDocument[] = [];
  for (const card of cards) {
    const document = await prepare(parts, card, channel, input.settings);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  const { undoTime } = await db.call('settings.get');
  const at = now();
  const sent = await db.call('mailings.send', {
    mailingId: input.mailingId,
    accountId: account.id,
    service: account.service,
    mode: modeOf(account.settings.environment),
    channel,
    settings: input.settings,
    now: at,
    dueAt: at + undoTime * 1_000,
    documents,
  });
  parts.onChange([input.mailingId, ...input.cardIds]);
  return ok({ mailingId: sent.mailingId, dueAt: sent.dueAt });
}

/** A card as a document of a mailing, or what forbids it; the field names the card. */
export async function prepare(
  parts: DeskParts,
  card: KeptCard,
  channel: Channel,
  order: MailingSettings,
): Promise<Result<NewDocument>> {
  const field = `cards.${card.id}`;
  if (card.state !== 'ready' || card.facts === null) return fail('bad-input', 'notReady', { field });
  if (card.settings.sendBy !== channel) return fail('bad-input', 'channels', { field });
  const rules = { profile: await currentProfile(parts), order };
  const findings = judgeCard(card.facts, card.settings, rules, card.fileName);
  const blocked = findings.find(({ severity }) => severity === 'blocked');
  if (blocked !== undefined) return fail('bad-input', blocked.code, { field });
  if (!(await parts.archive.has(card.sha256))) return fail('file-unreadable', 'gone', { field });
  return ok({
    cardId: card.id,
    fileName: card.fileName,
    sha256: card.sha256,
    bytes: card.bytes,
    pages: card.pages ?? 1,
    settings: card.settings,
    person: personOf(card.settings),
  });
}

/** A rejected document's place is taken by a card; the others stay uploaded. */
export async function replaceRejected(parts: DeskParts, id: string, cardId: string): Promise<Result<void>> {
  const found = await parts.db.call('mailings.document', { id });
  const [card] = await parts.db.call('cards.get', { ids: [cardId] });
  if (found === null || card === undefined) return fail('not-found', id);
  const { mailing, document } = found;
  const ready = await prepare(parts, card, document.settings.sendBy, mailing.settings);
  if (!ready.ok) return ready;
  const done = await parts.db.call('mailings.replaceRejected', {
    id,
    document: ready.value,
    now: parts.now(),
  });
  parts.onChange([id, mailing.id, cardId]);
  return done ? ok(undefined) : fail('too-late', id);
}
