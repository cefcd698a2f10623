import {
  documentSettingsSchema,
  type DocumentSettings,
  type MailingSettings,
} from '../../shared/mailings/mailing.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { judgeCard } from './judgeCard.ts';
import { currentRules, type DeskParts } from './parts.ts';

/** Changes options of cards and judges them anew: what is allowed depends on how a document travels. */
export async function changeCards(
  parts: DeskParts,
  ids: readonly string[],
  settings: { [K in keyof DocumentSettings]?: DocumentSettings[K] | undefined },
): Promise<Result<void>> {
  const cards = await parts.db.call('cards.get', { ids });
  if (cards.length === 0) return fail('not-found', ids[0] ?? '');
  const rules = await currentRules(parts);
  const changes = cards.map((card) => {
    const next = documentSettingsSchema.parse({ ...card.settings, ...settings });
    const judged = card.facts === null ? {} : { findings: judgeCard(card.facts, next, rules, card.fileName) };
    return { id: card.id, settings: pick(next, Object.keys(settings)), ...judged };
  });
  await parts.db.call('cards.change', { changes });
  parts.onChange(cards.map(({ id }) => id));
  return ok(undefined);
}

const pick = (from: DocumentSettings, names: readonly string[]): Partial<DocumentSettings> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** Keeps the options of the order to come; what they ask of a letter is judged at once. */
export async function changeOrder(parts: DeskParts, order: MailingSettings): Promise<Result<void>> {
  const before = await parts.db.call('desk.order');
  await parts.db.call('desk.setOrder', order);
  if (before.coverSheet !== order.coverSheet || before.bundling !== order.bundling) await judgeAll(parts);
  return ok(undefined);
}

/** The rules changed, e.g. another letter profile was chosen: every card on the desk is judged anew. */
export async function judgeAll(parts: DeskParts): Promise<void> {
  const cards = await parts.db.call('cards.list');
  if (cards.length > 0)
    await changeCards(
      parts,
      cards.map(({ id }) => id),
      {},
    );
}
