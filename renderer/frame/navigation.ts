import {
  BarChart3,
  ClipboardPaste,
  Clock,
  Disc3,
  KeyRound,
  Mail,
  Package,
  Send,
  SlidersHorizontal,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { screens } from './screens.ts';
import type { Screen } from '../../shared/contract/screens.ts';

interface Place {
  screen: Screen;
  icon: LucideIcon;
}

const groups: readonly (readonly Place[])[] = [
  [
    { screen: 'overview', icon: BarChart3 },
    { screen: 'newOrder', icon: Disc3 },
    { screen: 'paste', icon: ClipboardPaste },
    { screen: 'mailings', icon: Mail },
    { screen: 'outbox', icon: Send },
  ],
  [
    { screen: 'history', icon: Clock },
    { screen: 'recipients', icon: Users },
    { screen: 'products', icon: Package },
  ],
  [
    { screen: 'accounts', icon: KeyRound },
    { screen: 'settings', icon: SlidersHorizontal },
  ],
];

/** The places of the navigation, in groups; only those there are screens for. */
export const places: readonly (readonly Place[])[] = groups
  .map((group) => group.filter((place) => screens[place.screen] !== undefined))
  .filter((group) => group.length > 0);
