import { expect, test } from 'vitest';
import { documentSettingsSchema } from '../../../shared/mailings/mailing.ts';
import { noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

test('the user and the preflight change a card at once: neither undoes the other', async () => {
  const db = await openTestDb(ownFolder());
  const settings = documentSettingsSchema.parse({ bundlePosition: 2 });
  const card = {
    id: 'card',
    fileName: 'bill.pdf',
    sha256: 'a'.repeat(64),
    bytes: 9,
    settings,
    droppedAt: noon,
  };
  await db.call('cards.add', { cards: [card] });
  await Promise.all([
    db.call('cards.change', {
      changes: [{ id: 'card', settings: { sendBy: 'email', to: ['a@example.com'] } }],
    }),
    db.call('cards.change', {
      changes: [{ id: 'card', state: 'ready', settings: { addressLines: ['Ada', 'Bern'], country: 'CH' } }],
    }),
    db.call('cards.change', { changes: [{ id: 'card', settings: { bundlePosition: null } }] }),
  ]);
  expect(await db.call('cards.get', { ids: ['card'] })).toMatchObject([
    {
      state: 'ready',
      settings: {
        ...settings,
        sendBy: 'email',
        to: ['a@example.com'],
        addressLines: ['Ada', 'Bern'],
        country: 'CH',
        bundlePosition: null,
      },
    },
  ]);
});
