import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { dropFiles } from './support/drop.ts';
import { place } from './support/practice.ts';
import { addTcgate, writeLetters } from './support/tcgate.ts';

// A "not found" is believed sooner than after half a minute.
test.use({ appEnv: { POSTROOM_GRACE_MS: '1200' } });

/** A generator with a seed, so that a failure can be repeated. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const channels = ['post', 'email', 'emailThenPost'] as const;

test('30 dropped PDFs, 3 mailings, one answer in ten lost, five kills: each document and order there once', async ({
  cold,
  dataFolder,
}) => {
  const roll = dice(20_261_122);
  const fake = await startTcgateServer();
  fake.autoAccept = false;
  // Nothing is twice because Postroom asks, not because the service notices.
  fake.forgetsOperations = true;
  let seen = 0;
  let killAt = Number.POSITIVE_INFINITY;
  let reached: () => void = () => undefined;
  fake.misbehave((request) => {
    seen += 1;
    if (seen % 5 === 0) fake.step();
    // The app dies while it waits for this answer; what it asked for was done, or not.
    if (seen >= killAt) return roll() < 0.5 ? 'hang' : 'hang-after';
    if (request.path.startsWith('/token')) return null;
    return roll() < 0.1 ? 'drop-after' : null;
  });
  fake.onHang = () => reached();
  try {
    const letters = join(dataFolder, 'to send');
    mkdirSync(letters);
    const files = await writeLetters(letters, 30);
    await cold.launch();
    await addTcgate(cold.page, fake);
    await cold.page.reload();
    await expect(place(cold.page, 'Overview')).toBeVisible();
    await dropFiles(cold.page, files);
    await expect(cold.page.getByRole('article', { name: /^Letter / })).toHaveCount(30);
    await expect(cold.page.getByText('30 can be sent')).toBeVisible();

    const cards = await get(cold.page, 'mailings.cards');
    for (const [index, sendBy] of channels.entries()) {
      const ids = cards.slice(index * 10, index * 10 + 10).map(({ id }) => id);
      await get(cold.page, 'mailings.change', { ids, settings: { sendBy, to: ['anna@example.com'] } });
    }
    // Held until all three are in the outbox, so that no kill comes before.
    await get(cold.page, 'outbox.pause', { paused: true });
    await expect(cold.page.getByText('30 can be sent')).toBeVisible();
    await cold.page.getByRole('button', { name: 'Send 30 documents' }).click();
    await cold.page.getByRole('button', { name: 'Send to outbox' }).click();
    await expect(cold.page.getByRole('dialog')).toBeHidden();

    const arm = (): Promise<void> => {
      killAt = seen + 1 + Math.floor(roll() * 9);
      return new Promise((resolve) => {
        reached = resolve;
      });
    };
    let moment = arm();
    await get(cold.page, 'outbox.pause', { paused: false });
    for (let kills = 1; kills <= 5; kills += 1) {
      await moment;
      await cold.kill9();
      killAt = Number.POSITIVE_INFINITY;
      // Armed before the start: what the app asks first may be the moment too.
      if (kills < 5) moment = arm();
      await cold.launch();
    }
    const mailings = async () => get(cold.page, 'mailings.open');
    await expect
      .poll(async () => (await mailings()).filter(({ orderNumber }) => orderNumber !== '').length, {
        timeout: 120_000,
      })
      .toBe(3);

    const wanted = files.map(sha).sort();
    expect(fake.documents.map((one) => one.sha256).sort()).toEqual(wanted);
    expect(fake.orders).toHaveLength(3);
    for (const mailing of await mailings()) {
      const order = fake.orders.find(({ number }) => number === mailing.orderNumber);
      const there = order?.documents.map(
        (number) => fake.documents.find((one) => one.number === number)?.sha256,
      );
      expect(there).toEqual(mailing.documents.map(({ sha256 }) => sha256));
      expect(mailing.documents).toHaveLength(10);
    }
    const archive = join(dataFolder, 'archive');
    const kept = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    expect(kept.map((name) => sha(join(archive, name))).sort()).toEqual(wanted);
    expect(await get(cold.page, 'outbox.groups')).toMatchObject({ groups: [] });
  } finally {
    await fake.close();
  }
});
