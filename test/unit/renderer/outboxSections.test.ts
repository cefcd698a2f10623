import { expect, it } from 'vitest';
import type { OutboxGroup } from '../../../shared/contract/outbox.ts';
import { sectionOf } from '../../../renderer/outbox/sections.ts';

const group = (status: OutboxGroup['status'], dueAt: number | null): OutboxGroup =>
  ({ status, dueAt }) as OutboxGroup;

it('moves a waiting group to the line when its undo time is over, and keeps the others where they belong', () => {
  expect(sectionOf(group('waiting', 100), 99)).toBe('waiting');
  expect(sectionOf(group('waiting', 100), 100)).toBe('line');
  expect(sectionOf(group('waiting', null), 0)).toBe('line');
  expect(sectionOf(group('sending', 100), 0)).toBe('onTheirWay');
  expect(sectionOf(group('unconfirmed', null), 0)).toBe('onTheirWay');
  expect(sectionOf(group('refused', null), 0)).toBe('refused');
});
