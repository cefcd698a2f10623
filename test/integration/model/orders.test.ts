import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder } from '../../fixtures/engine.ts';
import { orderStory, type Told } from '../../fixtures/world/orderStory.ts';
import { copyFolder, OrderWorld } from '../../fixtures/world/orderWorld.ts';

/** Tells stories, each in a data folder of its own. */
async function storyteller(): Promise<(seed: number, killAt?: number) => Promise<Told>> {
  const folders = ownFolder();
  const prepared = join(folders, 'prepared');
  await OrderWorld.prepare(prepared);
  return async (seed, killAt = -1) => {
    const folder = copyFolder(prepared, folders, `${seed}-${killAt}`);
    const told = await orderStory(folder, seed, killAt);
    rmSync(folder, { recursive: true, force: true });
    return told;
  };
}

/** A busy machine tells slowly; on a quiet one all of it takes seconds. */
const patience = 180_000;

test(
  'whatever the service and the user do, each order goes once or not at all',
  async () => {
    const tell = await storyteller();
    for (let seed = 0; seed < 40; seed++) expect((await tell(seed)).wrong).toEqual([]);
  },
  patience,
);

test(
  'killed at any point of a story, each order goes once or not at all',
  async () => {
    const tell = await storyteller();
    const { points } = await tell(3);
    expect(points).toBeGreaterThan(40);
    for (let killAt = 0; killAt < points; killAt++) expect((await tell(3, killAt)).wrong).toEqual([]);
    // Others at one point each.
    for (let seed = 100; seed < 130; seed++) expect((await tell(seed, (seed * 7) % 60)).wrong).toEqual([]);
  },
  patience,
);
