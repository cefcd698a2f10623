import path from 'node:path';
import type { Output } from '../../shared/contract/contract.ts';
import { newId } from '../../shared/lib/newId.ts';
import { readAddress } from '../../shared/mailings/address.ts';
import { documentSettingsSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';
import type { Facts } from '../../shared/mailings/facts.ts';
import { fail, ok, type AppError, type Result } from '../../shared/contract/result.ts';
import { uncheckedFinding, type UncheckedReason } from '../../shared/mailings/judge.ts';
import { safeName } from '../pdf/archive.ts';
import { cardWriter } from './cardWriter.ts';
import { findFiles } from './findFiles.ts';
import { judgeCard, readCardAddress } from './judgeCard.ts';
import { currentRules, type DeskParts } from './parts.ts';

export type Intaken = Output<'mailings.intake'>;

/**
 * Dropped files: each is copied into the archive before anything else, so that a later edit or deletion cannot change
 * what is sent. Cards stand on the desk when this answers; preflight goes on behind it.
 */
export async function intake(
  parts: DeskParts,
  paths: readonly string[],
  settings: Partial<DocumentSettings> = {},
): Promise<Intaken> {
  const { files, tooMany } = await findFiles(paths);
  const start = parts.now();
  const all = documentSettingsSchema.parse(settings);
  const taken: ({ card: string } | { refused: Intaken['refused'][number] })[] = [];
  const queue = files.entries();
  const [first] = files;
  if (files.length > 1 && first !== undefined) {
    queue.next();
    taken[0] = await take(parts, first, all, start, 'whole');
    await pause(breath);
  }
  const lane = async (): Promise<void> => {
    for (const [index, file] of queue) taken[index] = await take(parts, file, all, start + index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return {
    cards: taken.flatMap((one) => ('card' in one ? [one.card] : [])),
    refused: [
      ...taken.flatMap((one) => ('refused' in one ? [one.refused] : [])),
      ...tooMany.map((file) => ({ fileName: safeName(path.basename(file)), code: 'too-many', detail: '' })),
    ],
  };
}

/** Files copied at a time: the disk is busy with one while another is read. */
const atOnce = 3;
/** The first of a pile is told with its findings, unless they take longer than this; ms. */
const patience = 300;
/** Then the screen has this long to show them before the rest of the pile takes the processors; ms. */
const breath = 100;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One file into the archive and onto the desk; its preflight begins at once. @param at its place in the order */
async function take(
  parts: DeskParts,
  file: string,
  settings: DocumentSettings,
  at: number,
  told: 'at once' | 'whole' = 'at once',
): Promise<{ card: string } | { refused: Intaken['refused'][number] }> {
  const archived = await parts.archive.add(file);
  if (!archived.ok) {
    const { code, detail = '' } = archived.error;
    return { refused: { fileName: safeName(path.basename(file)), code, detail } };
  }
  const { sha256, bytes, name } = archived.value;
  const id = newId(at);
  const facts = parts.preflight.examine(archived.value.path);
  await cardWriter(parts.db).add({ id, fileName: name, sha256, bytes, settings, droppedAt: at });
  const kept = facts
    .then((found) => keepFacts(parts, id, sha256, found))
    .catch((reason: unknown) => parts.report('preflight', reason));
  if (told === 'whole') await Promise.race([kept, pause(patience)]);
  else parts.onChange([id]);
  return { card: id };
}

/** Preflight of a card's present file; its findings, address and page count go to disk. */
export async function examineCard(parts: DeskParts, id: string): Promise<void> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return;
  await keepFacts(parts, id, card.sha256, await parts.preflight.examine(parts.archive.pathOf(card.sha256)));
}

async function keepFacts(parts: DeskParts, id: string, sha256: string, facts: Result<Facts>): Promise<void> {
  const { change } = cardWriter(parts.db);
  const [present] = await parts.db.call('cards.get', { ids: [id] });
  // Changed meanwhile (a remedy): the newer examination counts.
  if (present === undefined || present.sha256 !== sha256) return;
  if (!facts.ok) {
    // Postroom is ending: it is examined at the next start.
    if (facts.error.code === 'cancelled') return;
    await change({ id, state: 'unreadable', findings: [uncheckedFinding(whyUnchecked(facts.error))] });
    parts.onChange([id]);
    return;
  }
  const rules = await currentRules(parts);
  const addressRead = readCardAddress(facts.value, rules.profile);
  const settings = addressFor(present.settings, addressRead);
  const findings = judgeCard(facts.value, { ...present.settings, ...settings }, rules, present.fileName);
  const readable = facts.value.pageCount > 0 && facts.value.encryption !== 'password';
  await change({
    id,
    state: readable ? 'ready' : 'unreadable',
    pages: facts.value.pageCount === 0 ? null : facts.value.pageCount,
    facts: facts.value,
    findings,
    ...(addressRead === null ? {} : { addressRead }),
    settings,
  });
  parts.onChange([id]);
}

function whyUnchecked({ code, detail }: AppError): UncheckedReason {
  if (code === 'timeout') return 'slow';
  if (code !== 'file-unreadable') return 'other';
  return detail === 'stopped' ? 'crash' : detail === 'memory' ? 'memory' : 'other';
}

/** **Check again**: a busy computer may have been the reason, not the file. */
export async function checkAgain(parts: DeskParts, id: string): Promise<Result<void>> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return fail('not-found', id);
  await cardWriter(parts.db).change({ id, state: 'checking' });
  parts.onChange([id]);
  await examineCard(parts, id);
  return ok(undefined);
}

/** A clean address from the window fills empty address lines; a doubtful one is only offered. */
function addressFor(
  settings: DocumentSettings,
  read: { lines: string[]; country: string } | null,
): Partial<DocumentSettings> {
  if (read === null || settings.addressLines.length > 0) return {};
  if (readAddress(read.lines, read.country).problems.length > 0) return {};
  return { addressLines: read.lines, country: read.country };
}

/** At the start: what was being examined when Postroom ended is examined now. */
export async function resumeChecks(parts: DeskParts): Promise<void> {
  for (const card of await parts.db.call('cards.list')) {
    if (card.state === 'checking') await examineCard(parts, card.id);
  }
}
