import { ok } from '../../shared/contract/result.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

export const refreshHandlers = ({ refresh }: HandlerParts): HandlersOf<'refresh'> =>
  guarded<HandlersOf<'refresh'>>({
    'refresh.state': async () => ok(await refresh.state()),
    'refresh.now': () => refresh.now(),
  });
