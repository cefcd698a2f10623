import { z } from 'zod';
import { entry, instant, nothing } from './entry.ts';

export const refreshStateSchema = z.object({
  running: z.boolean(),
  lastAt: instant.nullable(),
  /** ErrorCode of the last run, '' = it went well. */
  troubleCode: z.string(),
  troubleDetail: z.string(),
  online: z.boolean(),
  /** Status calls of the rolling 24 h, per account. */
  calls: z.array(
    z.object({
      accountId: z.string(),
      used: z.number().int(),
      limit: z.number().int(),
      freeAgainAt: instant.nullable(),
    }),
  ),
});
export type RefreshState = z.infer<typeof refreshStateSchema>;

export const refresh = {
  'refresh.state': entry(nothing, refreshStateSchema),
  /** **Refresh now**; answers when the run is over. */
  'refresh.now': entry(nothing, z.object({ asked: z.number().int(), changed: z.number().int() })),
};
