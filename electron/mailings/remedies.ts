import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Output } from '../../shared/contract/contract.ts';
import type { SplitBy } from '../../shared/contract/mailings.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { assertNever } from '../../shared/lib/assertNever.ts';
import { newId } from '../../shared/lib/newId.ts';
import type { RemedyId } from '../../shared/mailings/finding.ts';
import { addressedPages, lettersEvery, lettersFrom } from '../../shared/mailings/letters.ts';
import { limitsOf } from '../../shared/mailings/limits.ts';
import type { RemedyOutcome, RemedyRequest } from '../../shared/mailings/remedy.ts';
import type { KeptCard } from '../db/queries/cards.ts';
import { examineCard } from './intake.ts';
import { judgeCard } from './judgeCard.ts';
import { currentProfile, currentRules, type DeskParts } from './parts.ts';

/** Carries a remedy out on a copy; the new files are in the archive before the answer. */
async function carryOut(
  parts: DeskParts,
  card: KeptCard,
  request: RemedyRequest,
): Promise<Result<RemedyOutcome>> {
  const into = path.join(parts.workFolder, newId());
  await mkdir(into, { recursive: true });
  try {
    const outcome = await parts.preflight.remedy(parts.archive.pathOf(card.sha256), into, request);
    if (!outcome.ok) return outcome;
    for (const file of outcome.value.files) {
      const added = await parts.archive.add(file.path);
      if (!added.ok) return added;
      if (added.value.sha256 !== file.sha256) return fail('conflict', 'changed');
    }
    return outcome;
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

async function requestFor(
  parts: DeskParts,
  card: KeptCard,
  remedy: RemedyId,
): Promise<Result<RemedyRequest>> {
  switch (remedy) {
    case 'coverSheet':
      if (card.settings.addressLines.length === 0)
        return fail('bad-input', 'addressFirst', { field: 'addressLines' });
      return ok({
        remedy,
        lines: card.settings.addressLines.slice(0, 8),
        profile: await currentProfile(parts),
      });
    case 'shift':
      return ok({ remedy, profile: await currentProfile(parts) });
    case 'recompress':
      return ok({
        remedy,
        below: Math.min(...limitsOf(card.settings.sendBy).map((limit) => limit.doubtful)),
      });
    case 'split':
      return fail('bad-input', 'split');
    case 'fitA4':
    case 'flatten':
    case 'dropBlankLast':
    case 'stripJavascript':
    case 'rewrite':
      return ok({ remedy });
    default:
      return assertNever(remedy);
  }
}

async function attempt(
  parts: DeskParts,
  id: string,
  remedy: RemedyId,
): Promise<Result<{ card: KeptCard; outcome: RemedyOutcome; file: RemedyOutcome['files'][number] }>> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return fail('not-found', id);
  const request = await requestFor(parts, card, remedy);
  if (!request.ok) return request;
  const outcome = await carryOut(parts, card, request.value);
  if (!outcome.ok) return outcome;
  const [file] = outcome.value.files;
  if (file === undefined) return fail('refused', outcome.value.notes[0] ?? 'nothingToDo');
  return ok({ card, outcome: outcome.value, file });
}

/** What a remedy would do, without doing it: the desk is unchanged, the new file is in the archive to be shown. */
export async function tryRemedy(
  parts: DeskParts,
  id: string,
  remedy: RemedyId,
): Promise<Result<Output<'mailings.tryRemedy'>>> {
  const tried = await attempt(parts, id, remedy);
  if (!tried.ok) return tried;
  const { card, outcome, file } = tried.value;
  const rules = await currentRules(parts);
  const { fileName, settings } = card;
  return ok({
    sha256: file.sha256,
    bytes: file.facts.bytes,
    pages: file.facts.pageCount,
    before: judgeCard(outcome.before, settings, rules, fileName),
    after: judgeCard(file.facts, settings, rules, fileName),
  });
}

/** Carries a remedy out and puts its file in place of the card's; the file as dropped stays in the archive. */
export async function applyRemedy(parts: DeskParts, id: string, remedy: RemedyId): Promise<Result<void>> {
  const tried = await attempt(parts, id, remedy);
  if (!tried.ok) return tried;
  const { card, file } = tried.value;
  await useFile(parts, id, file.sha256, file.facts.bytes, [...new Set([...card.remediesDone, remedy])]);
  return ok(undefined);
}

/** Back to the file as dropped. */
export async function restoreOriginal(parts: DeskParts, id: string): Promise<Result<void>> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return fail('not-found', id);
  const original = await parts.archive.read(card.originalSha256);
  if (!original.ok) return original;
  original.value.stream.destroy();
  await useFile(parts, id, card.originalSha256, original.value.bytes, []);
  return ok(undefined);
}

async function useFile(
  parts: DeskParts,
  id: string,
  sha256: string,
  bytes: number,
  remediesDone: RemedyId[],
): Promise<void> {
  const change = { id, sha256, bytes, remediesDone, state: 'checking' as const };
  await parts.db.call('cards.change', { changes: [change] });
  parts.onChange([id]);
  await examineCard(parts, id);
}

/** The letters a split would make; the desk and the archive are unchanged. */
export async function planSplit(
  parts: DeskParts,
  id: string,
  by: SplitBy,
): Promise<Result<Output<'mailings.splitPlan'>>> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return fail('not-found', id);
  const pageCount = card.pages ?? 0;
  if ('everyPages' in by) {
    const letters = lettersEvery(by.everyPages, pageCount).map((letter) => ({ ...letter, address: [] }));
    return ok({ letters });
  }
  const pages = await parts.preflight.lines(parts.archive.pathOf(card.sha256));
  if (!pages.ok) return pages;
  const found = addressedPages(pages.value, await currentProfile(parts));
  if (found.length === 0) return ok({ letters: [] });
  const letters = lettersFrom(
    found.map(({ page }) => page),
    pageCount,
  );
  return ok({ letters: letters.map((letter, at) => ({ ...letter, address: found[at]?.address ?? [] })) });
}

/** One PDF becomes letters: new cards in its place, each with its own address. */
export async function splitCard(
  parts: DeskParts,
  id: string,
  by: SplitBy,
): Promise<Result<{ cards: string[] }>> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return fail('not-found', id);
  const at = 'everyPages' in by ? { every: by.everyPages } : { address: await currentProfile(parts) };
  const outcome = await carryOut(parts, card, { remedy: 'split', at });
  if (!outcome.ok) return outcome;
  if (outcome.value.files.length < 2) return fail('refused', outcome.value.notes[0] ?? 'nothingToDo');
  const stem = card.fileName.replace(/\.pdf$/i, '');
  const width = String(outcome.value.files.length).length;
  const now = parts.now();
  const cards = outcome.value.files.map((file, index) => ({
    // Ids sort by time, and the letters stay in the order of their pages.
    id: newId(now + index),
    fileName: `${stem} ${String(index + 1).padStart(width, '0')}.pdf`,
    sha256: file.sha256,
    bytes: file.facts.bytes,
    settings: { ...card.settings, addressLines: [], bundlePosition: null },
    droppedAt: card.droppedAt,
  }));
  await parts.db.call('cards.add', { cards });
  await parts.db.call('cards.remove', { ids: [id] });
  parts.onChange([id, ...cards.map((one) => one.id)]);
  await Promise.all(cards.map((one) => examineCard(parts, one.id)));
  return ok({ cards: cards.map((one) => one.id) });
}
