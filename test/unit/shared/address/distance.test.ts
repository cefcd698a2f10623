import { expect, test } from 'vitest';
import { distance, lettersIn, mayBeWithin } from '../../../../shared/address/fold.ts';
import { readCountry } from '../../../../shared/address/countries.ts';

test.each([
  ['', '', 0],
  ['germany', 'germany', 0],
  ['germnay', 'germany', 1],
  ['grmany', 'germany', 1],
  ['gxrmany', 'germany', 1],
  ['germanyy', 'germany', 1],
  ['germny', 'germanyx', 2],
  ['ca', 'abc', 3],
])('%s and %s are %i edits apart', (a, b, steps) => {
  expect(distance(a, b, 3)).toBe(steps);
  expect(distance(b, a, 3)).toBe(steps);
});

test('what is further apart than the limit is said to be one more', () => {
  expect(distance('kitten', 'sitting', 2)).toBe(3);
  expect(distance('ab', 'abcdef', 2)).toBe(3);
  // Longer words than any before.
  expect(distance('a'.repeat(200), `${'a'.repeat(199)}b`, 2)).toBe(1);
});

/** Every word with one or two letters changed, and words that are not near. */
test('letters never deny that words are near', () => {
  const words = ['deutschland', 'cote d ivoire', 'laos', 'st lucia', 'österreich 2'];
  const changed = words.flatMap((word) =>
    Array.from(word).flatMap((_, at) => [
      `${word.slice(0, at)}${word.slice(at + 1)}`,
      `${word.slice(0, at)}x7${word.slice(at + 2)}`,
      `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`,
    ]),
  );
  for (const a of words)
    for (const b of [...words, ...changed])
      for (const limit of [0, 1, 2])
        if (distance(a, b, limit) <= limit)
          expect(mayBeWithin(lettersIn(a), lettersIn(b), limit), `${a}, ${b}`).toBe(true);
  expect(mayBeWithin(lettersIn('laos'), lettersIn('peru'), 1)).toBe(false);
});

test('a country of one or two wrong letters is the only one that is near', () => {
  expect(readCountry('Germnay')).toEqual({ iso: 'DE', form: 'misspelt' });
  expect(readCountry('Swizterland')).toEqual({ iso: 'CH', form: 'misspelt' });
  expect(readCountry('Lindenweg 7')).toBeNull();
});
