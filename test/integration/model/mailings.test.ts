import { expect, test } from 'vitest';
import { ownFolder } from '../../fixtures/engine.ts';
import { mailingStory } from '../../fixtures/world/mailingStory.ts';
import { MailingWorld } from '../../fixtures/world/mailingWorld.ts';
import { patience, storyteller } from '../../fixtures/world/storyteller.ts';

test(
  'whatever the service and the user do, each letter goes once or not at all, and nothing is left behind',
  async () => {
    const tell = await storyteller(ownFolder(), (folder) => MailingWorld.prepare(folder), mailingStory);
    for (let seed = 0; seed < 40; seed++) expect((await tell(seed)).wrong).toEqual([]);
  },
  patience,
);

test(
  'killed at points all over a story, each letter goes once or not at all, and nothing is left behind',
  async () => {
    const tell = await storyteller(ownFolder(), (folder) => MailingWorld.prepare(folder), mailingStory);
    const { points } = await tell(4);
    expect(points).toBeGreaterThan(40);
    for (let killAt = 0; killAt < points; killAt += 4) expect((await tell(4, killAt)).wrong).toEqual([]);
    // Others at one point each.
    for (let seed = 100; seed < 120; seed++) expect((await tell(seed, (seed * 7) % 60)).wrong).toEqual([]);
  },
  patience,
);
