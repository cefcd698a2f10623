import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CheckedInput, Output } from '../../shared/contract/contract.ts';
import type { SentDocument } from '../../shared/contract/mailings.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { newId } from '../../shared/lib/newId.ts';
import { cardIdFor, cardIdForService } from '../../shared/mailings/cardIds.ts';
import { documentSettingsSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';
import type { ServiceDocuments } from '../../shared/mailings/serviceDocument.ts';
import type { NewCard } from '../db/queries/cards.ts';
import { safeName, type Archived } from '../pdf/archive.ts';
import { saveStream } from './download.ts';
import { examineCard } from './intake.ts';
import type { DeskParts } from './parts.ts';

/** A card of a document's file. Its id follows from the document's, so that asking twice gives one card. */
async function cardOf(
  parts: DeskParts,
  document: SentDocument,
  why: 'post' | 'again',
  settings: DocumentSettings,
): Promise<Result<{ id: string; card: NewCard | null }>> {
  const id = cardIdFor(why, document.id);
  const fate = await parts.db.call('cards.fate', { id });
  if (fate === 'sent') return fail('conflict', 'sentAgain');
  if (fate === 'desk') return ok({ id, card: null });
  const { fileName, sha256, bytes } = document;
  if (!(await parts.archive.hold(sha256))) return fail('not-found', 'notKept');
  return ok({ id, card: { id, fileName, sha256, bytes, settings, droppedAt: parts.now() } });
}

/** Lays the card down and looks at it, unless it lies there already. */
async function putOnDesk(
  parts: DeskParts,
  found: Result<{ id: string; card: NewCard | null }>,
): Promise<Result<{ cardId: string }>> {
  if (!found.ok) return found;
  const { id, card } = found.value;
  if (card !== null) {
    await parts.db.call('cards.add', { cards: [card] });
    await examineAll(parts, [card]);
  }
  return ok({ cardId: id });
}

/**
 * **Send by post instead** for an e-mail that was not sent from here: the service's own copy, as a card that goes by
 * post. One of ours is taken from the archive instead.
 */
export async function byPostFromService(
  parts: DeskParts & { service: ServiceDocuments },
  { accountId, number }: CheckedInput<'mailings.byPostFromService'>,
): Promise<Result<Output<'mailings.byPostFromService'>>> {
  const ours = await parts.db.call('mailings.documentByNumber', { accountId, number });
  if (ours !== null) return byPostInstead(parts, ours);
  const id = cardIdForService(accountId, number);
  const fate = await parts.db.call('cards.fate', { id });
  if (fate === 'sent') return fail('conflict', 'sentAgain');
  if (fate === 'desk') return ok({ cardId: id });
  const found = await parts.service.look(accountId, number);
  if (!found.ok) return found;
  const { status, type, reference, addressLines, country, goesByPost } = found.value;
  if (status !== 'bounced' && status !== 'blocked') return fail('conflict', 'notBounced');
  if (goesByPost) return fail('conflict', 'postFollows');
  const archived = await fetchCopy(parts, accountId, number);
  if (!archived.ok) return archived;
  const settings = documentSettingsSchema.parse({
    sendBy: 'post',
    reference,
    addressLines,
    ...(type === '' ? {} : { type }),
    ...(country === '' ? {} : { country }),
  });
  const { sha256, bytes } = archived.value;
  const fileName = safeName(`${reference === '' ? number : reference}.pdf`);
  return putOnDesk(
    parts,
    ok({ id, card: { id, fileName, sha256, bytes, settings, droppedAt: parts.now() } }),
  );
}

/** The service's copy, in the archive. */
async function fetchCopy(
  parts: DeskParts & { service: ServiceDocuments },
  accountId: string,
  number: string,
): Promise<Result<Archived>> {
  const stream = await parts.service.download(accountId, number);
  if (!stream.ok) return stream;
  const file = path.join(parts.workFolder, `${newId()}.pdf`);
  try {
    const saved = await saveStream(stream.value, file);
    return saved.ok ? await parts.archive.add(file) : saved;
  } finally {
    await rm(file, { force: true });
  }
}

async function examineAll(parts: DeskParts, cards: readonly NewCard[]): Promise<void> {
  parts.onChange(cards.map(({ id }) => id));
  await Promise.all(cards.map(({ id }) => examineCard(parts, id)));
}

/**
 * **Send by post instead**: the PDF of an e-mail that came back, as a card that goes by post. Not for "e-mail then
 * post": there the service prints by itself, and a letter of ours would be the second.
 */
export async function byPostInstead(
  parts: DeskParts,
  id: string,
): Promise<Result<Output<'mailings.byPostInstead'>>> {
  const found = await parts.db.call('mailings.document', { id });
  if (found === null) return fail('not-found', id);
  const { document } = found;
  if (document.serviceStatus !== 'bounced' && document.serviceStatus !== 'blocked')
    return fail('conflict', 'notBounced');
  if (document.settings.sendBy !== 'email') return fail('conflict', 'postFollows');
  return putOnDesk(parts, await cardOf(parts, document, 'post', { ...document.settings, sendBy: 'post' }));
}

/** **Edit and replace**: a rejected document as a card again; sent in its place, the others of its mailing stay. */
export async function editDocument(
  parts: DeskParts,
  id: string,
): Promise<Result<Output<'mailings.editDocument'>>> {
  const found = await parts.db.call('mailings.document', { id });
  if (found === null) return fail('not-found', id);
  const { document } = found;
  if (document.status !== 'refused') return fail('too-late', id);
  return putOnDesk(parts, await cardOf(parts, document, 'again', document.settings));
}

/**
 * **Edit and send again** for a refused mailing: its documents are cards again and the mailing is closed in the same
 * transaction, so that its documents cannot go by both ways. What lies at the service is deleted there.
 */
export async function editMailing(
  parts: DeskParts,
  id: string,
): Promise<Result<Output<'mailings.editMailing'>>> {
  const found = await parts.db.call('mailings.get', { id });
  if (found === null) return fail('not-found', id);
  const { mailing } = found;
  const wanted = mailing.documents.filter(({ leftOut }) => !leftOut);
  const cardIds: string[] = [];
  const cards: NewCard[] = [];
  for (const document of wanted) {
    const card = await cardOf(parts, document, 'again', document.settings);
    // One that was sent again by itself already is not sent a third time.
    if (!card.ok && card.error.detail === 'sentAgain') continue;
    if (!card.ok) return card;
    cardIds.push(card.value.id);
    if (card.value.card !== null) cards.push(card.value.card);
  }
  const closed = await parts.db.call('mailings.reopen', { id, cards, now: parts.now() });
  if (!closed) return fail('too-late', id);
  parts.onChange([id, ...wanted.map((document) => document.id)]);
  await examineAll(parts, cards);
  return ok({ cardIds, settings: mailing.settings });
}
