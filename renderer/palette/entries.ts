import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import {
  ClipboardCopy,
  FileText,
  FolderOpen,
  Moon,
  Pause,
  Play,
  Plus,
  RefreshCw,
  Save,
  Sun,
} from 'lucide-react';
import { useFrame } from '../frame/frameStore.ts';
import { places } from '../frame/navigation.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import type { Result } from '../../shared/contract/result.ts';
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

/** Says what a request came to: its own sentence, or what went wrong. */
const say = (asked: Promise<Result<unknown>>, sentence: string): void => {
  void asked.then((answer) => {
    if (!answer.ok) toast(describeError(answer.error));
    else if (sentence !== '') toast(sentence);
  });
};

/** What one can do from anywhere; each says how it went. */
export const commandEntries = (t: Words): PaletteEntry[] => [
  pauseEntry(t),
  {
    id: 'choose-pdf',
    label: t('mailings.choose'),
    icon: FileText,
    run: () => {
      go('mailings');
      say(api.mailings.choose(), '');
    },
  },
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
    id: 'diagnostics',
    label: t('settings.copyDiagnostics'),
    icon: ClipboardCopy,
    run: () => say(api.app.copyDiagnostics(), t('palette.diagnosticsCopied')),
  },
  {
    id: 'log',
    label: t('settings.openLogFolder'),
    icon: FolderOpen,
    run: () => say(api.app.openLogFolder(), ''),
  },
  themeEntry(t),
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

function pauseEntry(t: Words): PaletteEntry {
  const paused = useFrame.getState().outbox?.paused ?? false;
  const label = t(paused ? 'outbox.resume' : 'outbox.pause');
  return {
    id: 'pause',
    label,
    icon: paused ? Play : Pause,
    run: () => say(api.outbox.pause({ paused: !paused }), paused ? '' : t('outbox.pausedTitle')),
  };
}

function themeEntry(t: Words): PaletteEntry {
  const dark = document.documentElement.dataset['theme'] === 'dark';
  return {
    id: 'theme',
    label: `${t('settings.theme')}: ${t(dark ? 'settings.light' : 'settings.dark')}`,
    icon: dark ? Sun : Moon,
    run: () => say(api.settings.change({ theme: dark ? 'light' : 'dark' }), ''),
  };
}
