import { expect, test } from 'vitest';
import { ownFolder } from '../../fixtures/engine.ts';
import { orderStory } from '../../fixtures/world/orderStory.ts';
import { OrderWorld } from '../../fixtures/world/orderWorld.ts';
import { patience, storyteller } from '../../fixtures/world/storyteller.ts';

test(
  'whatever the service and the user do, each order goes once or not at all',
  async () => {
    const tell = await storyteller(ownFolder(), (folder) => OrderWorld.prepare(folder), orderStory);
    for (let seed = 0; seed < 40; seed++) expect((await tell(seed)).wrong).toEqual([]);
  },
  patience,
);

test(
  'killed at any point of a story, each order goes once or not at all',
  async () => {
    const tell = await storyteller(ownFolder(), (folder) => OrderWorld.prepare(folder), orderStory);
    const { points } = await tell(3);
    expect(points).toBeGreaterThan(40);
    for (let killAt = 0; killAt < points; killAt++) expect((await tell(3, killAt)).wrong).toEqual([]);
    // Others at one point each.
    for (let seed = 100; seed < 130; seed++) expect((await tell(seed, (seed * 7) % 60)).wrong).toEqual([]);
  },
  patience,
);
