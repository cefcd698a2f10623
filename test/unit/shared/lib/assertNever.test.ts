import { expect, it } from 'vitest';
import { assertNever } from '../../../../shared/lib/assertNever.ts';

it('throws and names the case that nobody handled', () => {
  expect(() => assertNever('stray' as never)).toThrow('"stray"');
});
