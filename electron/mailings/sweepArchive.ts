import type { DeskParts } from './parts.ts';

const day = 24 * 60 * 60_000;

/**
 * Deletes archived PDFs that are older than the settings say and that nothing needs any more, once a day. What is on
 * the desk, on its way, or waits for the user stays however old it is. 0 months = everything is kept.
 * @returns how many files were deleted; null when it was not the time
 */
export async function sweepArchive(parts: Pick<DeskParts, 'db' | 'archive' | 'now'>): Promise<number | null> {
  const { keepDocuments } = await parts.db.call('settings.get');
  if (keepDocuments === 0) return null;
  const now = parts.now();
  const last = Number((await parts.db.call('meta.get', { key: 'archiveSweptAt' })) ?? 0);
  // A clock that was set back must not stop the sweep for good.
  if (last <= now && now - last < day) return null;
  const before = new Date(now);
  before.setMonth(before.getMonth() - keepDocuments);
  const needed = await parts.db.call('cards.neededFiles', { since: before.getTime() });
  const gone = await parts.archive.sweep(new Set(needed), before);
  await parts.db.call('meta.set', { key: 'archiveSweptAt', value: String(now) });
  return gone.length;
}
