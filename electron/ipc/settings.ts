import { ok } from '../../shared/contract/result.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

export const settingsHandlers = ({ db, tell, refresh }: HandlerParts): HandlersOf<'settings'> =>
  guarded<HandlersOf<'settings'>>({
    'settings.get': async () => ok(await db.call('settings.get')),
    'settings.change': async (asked) => {
      // Folders and files are chosen with the system's dialog: a page must not make the app read any it likes.
      const { watchedFolder: _folder, webhook, ...changes } = asked;
      if (webhook !== undefined) {
        const { certificateFile, keyFile } = (await db.call('settings.get')).webhook;
        Object.assign(changes, { webhook: { ...webhook, certificateFile, keyFile } });
      }
      const settings = await db.call('settings.change', { changes });
      tell('settings.changed', settings);
      refresh.plan();
      return ok(settings);
    },
  });
