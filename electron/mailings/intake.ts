import path from 'node:path';
import type { Output } from '../../shared/contract/contract.ts';
import { newId } from '../../shared/lib/newId.ts';
import { readAddress } from '../../shared/mailings/address.ts';
import { documentSettingsSchema, type DocumentSettings } from '../../shared/mailings/mailing.ts';
import { safeName } from '../pdf/archive.ts';
import { findFiles } from './findFiles.ts';
import { judgeCard, readCardAddress } from './judgeCard.ts';
import { currentProfile, type DeskParts } from './parts.ts';

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
  const taken: Intaken = { cards: [], refused: [] };
  for (const file of await findFiles(paths)) {
    const archived = await parts.archive.add(file);
    if (!archived.ok) {
      const { code, detail = '' } = archived.error;
      taken.refused.push({ fileName: safeName(path.basename(file)), code, detail });
      continue;
    }
    const { sha256, bytes, name } = archived.value;
    const id = newId(parts.now());
    const card = { id, fileName: name, sha256, bytes, settings: documentSettingsSchema.parse(settings) };
    await parts.db.call('cards.add', { cards: [{ ...card, droppedAt: parts.now() }] });
    taken.cards.push(id);
    parts.onChange([id]);
    void examineCard(parts, id).catch((reason: unknown) => parts.report('preflight', reason));
  }
  return taken;
}

/** Preflight of a card's present file; its findings, address and page count go to disk. */
export async function examineCard(parts: DeskParts, id: string): Promise<void> {
  const [card] = await parts.db.call('cards.get', { ids: [id] });
  if (card === undefined) return;
  const facts = await parts.preflight.examine(parts.archive.pathOf(card.sha256));
  const [present] = await parts.db.call('cards.get', { ids: [id] });
  // Changed meanwhile (a remedy): the newer examination counts.
  if (present === undefined || present.sha256 !== card.sha256) return;
  if (!facts.ok) {
    const params = { reason: facts.error.code };
    const finding = { code: 'fileUnchecked' as const, severity: 'blocked' as const, params, remedies: [] };
    await parts.db.call('cards.change', { changes: [{ id, state: 'unreadable', findings: [finding] }] });
    parts.onChange([id]);
    return;
  }
  const profile = await currentProfile(parts);
  const addressRead = readCardAddress(facts.value, profile);
  const settings = withAddress(present.settings, addressRead);
  const findings = judgeCard(facts.value, settings, profile, present.fileName);
  const readable = facts.value.pageCount > 0 && facts.value.encryption !== 'password';
  await parts.db.call('cards.change', {
    changes: [
      {
        id,
        state: readable ? 'ready' : 'unreadable',
        pages: facts.value.pageCount === 0 ? null : facts.value.pageCount,
        facts: facts.value,
        findings,
        ...(addressRead === null ? {} : { addressRead }),
        settings,
      },
    ],
  });
  parts.onChange([id]);
}

/** A clean address from the window fills empty address lines; a doubtful one is only offered. */
function withAddress(
  settings: DocumentSettings,
  read: { lines: string[]; country: string } | null,
): DocumentSettings {
  if (read === null || settings.addressLines.length > 0) return settings;
  if (readAddress(read.lines, read.country).problems.length > 0) return settings;
  return { ...settings, addressLines: read.lines, country: read.country };
}

/** At the start: what was being examined when Postroom ended is examined now. */
export async function resumeChecks(parts: DeskParts): Promise<void> {
  for (const card of await parts.db.call('cards.list')) {
    if (card.state === 'checking') await examineCard(parts, card.id);
  }
}
