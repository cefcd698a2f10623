import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { count } from '../lib/format.ts';
import { usePalette } from '../palette/paletteStore.ts';
import { AccountStamp } from './AccountStamp.tsx';
import { useFrame } from './frameStore.ts';
import { places } from './navigation.ts';
import type { Screen } from '../../shared/contract/screens.ts';
import { useRoute } from './routeStore.ts';

/** The index tabs at the left: where one can go, with what waits there. */
export function Navigation() {
  const { t } = useTranslation();
  const { screen, go } = useRoute();
  const platform = useFrame((state) => state.info?.platform);
  const openPalette = usePalette((state) => state.show);
  return (
    <nav className="nav" aria-label={t('frame.main')}>
      <div className="winbar">{platform === 'darwin' ? null : <Brand />}</div>
      <button className="find" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <Search aria-hidden className="lucide" />
        <span className="grow ell">{t('frame.find')}</span>
        <kbd aria-hidden="true">{platform === 'darwin' ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {places.map((group, index) => (
        <ul key={group[0]?.screen} className={index > 0 ? 'apart' : ''}>
          {group.map(({ screen: name, icon: Icon }) => (
            <li key={name}>
              <button
                title={t(`frame.screens.${name}`)}
                {...(name === screen ? { 'aria-current': 'page' as const } : {})}
                onClick={() => go(name)}
              >
                <Icon aria-hidden />
                <span className="lbl">{t(`frame.screens.${name}`)}</span>
                <Waiting screen={name} />
              </button>
            </li>
          ))}
        </ul>
      ))}
      <div className="foot">
        <AccountStamp />
      </div>
    </nav>
  );
}

function Brand() {
  return (
    <span className="brand">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        <rect x="1" y="3" width="18" height="14" rx="2.500" fill="var(--accent)" />
        <path d="M4 12.500h5M4 9.500h3" stroke="var(--on-accent)" strokeWidth="1.500" strokeLinecap="round" />
        <rect
          x="12"
          y="5.500"
          width="4.500"
          height="4.500"
          rx=".8"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="1.400"
        />
      </svg>
      <span>Postroom</span>
    </span>
  );
}

/** How many wait at a place, spoken with the name of the place. */
function Waiting({ screen }: { screen: Screen }) {
  const { t } = useTranslation();
  const outbox = useFrame((state) => state.outbox);
  const needsYou = useFrame((state) => state.needsYou);
  if (screen === 'overview' && needsYou > 0)
    return (
      <span className="cnt hot" aria-label={t('frame.needYou', { count: needsYou })}>
        {count(needsYou)}
      </span>
    );
  const waits = outbox ? outbox.waiting + outbox.sending + outbox.unconfirmed + outbox.refused : 0;
  if (screen !== 'outbox' || waits === 0) return null;
  return (
    <span
      className={`cnt ${outbox && outbox.refused > 0 ? 'hot' : ''}`}
      aria-label={t('frame.inOutbox', { count: waits })}
    >
      {count(waits)}
    </span>
  );
}
