import type { OutboxGroup } from '../../shared/contract/outbox.ts';

export const sectionNames = ['waiting', 'line', 'onTheirWay', 'refused'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Which part of the outbox a group stands in. `line`: the undo time is over, it has not left yet. */
export function sectionOf(group: OutboxGroup, now: number): SectionName {
  if (group.status === 'refused') return 'refused';
  if (group.status === 'sending' || group.status === 'unconfirmed') return 'onTheirWay';
  return group.dueAt !== null && group.dueAt > now ? 'waiting' : 'line';
}
