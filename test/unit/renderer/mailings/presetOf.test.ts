import { expect, test } from 'vitest';
import { presetOf } from '../../../../renderer/mailings/presetOf.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../../shared/mailings/mailing.ts';

test('a preset keeps choices, and nothing of one person, day or letter', () => {
  const settings = documentSettingsSchema.parse({
    sendBy: 'emailThenPost',
    duplex: true,
    printOn: 'White',
    reference: 'R-1',
    addressLines: ['Anna'],
    to: ['a@example.com'],
    bundle: 'B',
    bundlePosition: 2,
    pageDefinitions: [{ number: 2, type: 'ESR', plex: 'front' }],
  });
  const order = mailingSettingsSchema.parse({
    postage: 'A',
    sendOn: '2026-12-01',
    reference: 'O-1',
    template: 'test-01-en',
    templateValues: { name: 'value' },
  });
  const { document, mailing } = presetOf({ settings }, order);
  expect(Object.keys(document).sort()).toEqual(
    ['sendBy', 'type', 'printOn', 'duplex', 'punch', 'fold', 'dataMatrixPosition'].sort(),
  );
  expect(document).toMatchObject({ sendBy: 'emailThenPost', duplex: true });
  expect(mailing).toMatchObject({ postage: 'A', template: 'test-01-en', templateValues: { name: 'value' } });
  expect(mailing).not.toHaveProperty('sendOn');
  expect(mailing).not.toHaveProperty('reference');
  expect(presetOf(null, order).document).toEqual({});
});
