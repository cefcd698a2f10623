import { describe, expect, test } from 'vitest';
import { movedInStack, stacksOf, type Bundled } from '../../../../shared/mailings/bundles.ts';
import { documentSettingsSchema, type DocumentSettings } from '../../../../shared/mailings/mailing.ts';

const document = (id: string, settings: Partial<DocumentSettings> = {}): Bundled => ({
  id,
  fileName: `${id}.pdf`,
  settings: documentSettingsSchema.parse(settings),
});
const anna = { addressLines: ['Anna Muster', 'Weg 1', '8000 Zürich'] };
const shape = (documents: readonly Bundled[]) =>
  stacksOf(documents).map(({ name, by, documents: lying }) => [name, by, lying.map(({ id }) => id).join('')]);

describe('stacks', () => {
  test('by id before address, alone is no stack, no address is no bundle, e-mails are none', () => {
    expect(
      shape([
        document('a', { bundle: 'X', ...anna }),
        document('b', anna),
        document('c', { bundle: 'X', addressLines: ['Somebody else'] }),
        document('d', { addressLines: ['ANNA  Muster', 'Weg 1', '8000 Zürich'] }),
        document('e', { bundle: 'alone' }),
        document('f'),
        document('g'),
        document('h', { ...anna, sendBy: 'email' }),
        document('i', { ...anna, country: 'DE' }),
      ]),
    ).toEqual([
      ['X', 'id', 'ac'],
      ['Anna Muster', 'address', 'bd'],
    ]);
  });

  test('positions first, then the rest as they were dropped', () => {
    const bundle = { bundle: 'X' };
    const four = [
      document('a', bundle),
      document('b', { ...bundle, bundlePosition: 2 }),
      document('c', bundle),
      document('d', { ...bundle, bundlePosition: 1 }),
    ];
    expect(shape(four)).toEqual([['X', 'id', 'dbac']]);
  });

  test('moving one numbers the stack, and the ends stay ends', () => {
    const bundle = { bundle: 'X' };
    const [stack] = stacksOf(['a', 'b', 'c'].map((id) => document(id, bundle)));
    if (stack === undefined) throw new Error('no stack');
    expect(movedInStack(stack, 'c', -1)).toEqual([
      { id: 'a', bundlePosition: 1 },
      { id: 'c', bundlePosition: 2 },
      { id: 'b', bundlePosition: 3 },
    ]);
    expect(movedInStack(stack, 'a', -1)).toEqual([]);
    expect(movedInStack(stack, 'c', 1)).toEqual([]);
    expect(movedInStack(stack, 'x', 1)).toEqual([]);
  });
});
