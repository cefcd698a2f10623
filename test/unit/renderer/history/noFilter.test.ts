import { expect, it } from 'vitest';
import { noFilter } from '../../../../renderer/history/filters.ts';
import { historyFilterSchema } from '../../../../shared/contract/history.ts';

it('is what the contract gives for nothing said', () => {
  expect(noFilter).toEqual(historyFilterSchema.parse({}));
});
