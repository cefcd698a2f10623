import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import { Plus, RefreshCw, Save } from 'lucide-react';
import { places } from '../frame/navigation.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { toast } from '../ui/toastStore.ts';
import type { Mark } from '../ui/StatusMark.tsx';

export interface PaletteEntry {
  id: string;
  label: string;
  side?: string;
  icon?: LucideIcon;
  mark?: Mark;
  run: () => void;
}

type Words = TFunction;

/** Where one can go. */
export const screenEntries = (t: Words): PaletteEntry[] =>
  places.flat().map(({ screen, icon }) => ({
    id: `go-${screen}`,
    label: t(`frame.screens.${screen}`),
    icon,
    run: () => go(screen),
  }));

/** What one can do from anywhere; each says how it went. */
export const commandEntries = (t: Words): PaletteEntry[] => [
  {
    id: 'refresh',
    label: t('history.refreshNow'),
    icon: RefreshCw,
    run: () => {
      void api.refresh.now().then((done) => {
        toast(
          done.ok
            ? t('history.refreshed', { count: done.value.asked, changed: done.value.changed })
            : describeError(done.error),
        );
      });
    },
  },
  {
    id: 'add-account',
    label: t('accounts.add'),
    icon: Plus,
    run: () => go('accounts', { add: true }),
  },
  {
    id: 'backup',
    label: t('settings.backupNow'),
    icon: Save,
    run: () => {
      void api.app.backupNow().then((made) => {
        toast(made.ok ? t('settings.backedUp', { file: made.value.fileName }) : describeError(made.error));
      });
    },
  },
];
