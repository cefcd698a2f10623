import { Suspense } from 'react';
import { useFileDrop } from '../mailings/useFileDrop.ts';
import { useFrame } from './frameStore.ts';
import { Banners } from './Banners.tsx';
import { Navigation } from './Navigation.tsx';
import { PaletteDoor } from '../palette/PaletteDoor.tsx';
import { useRoute } from './routeStore.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { screens } from './screens.ts';
import { StatusBar } from './StatusBar.tsx';

/** Desk, index tabs, the one sheet, status bar. */
export function Frame() {
  const { screen, visit } = useRoute();
  const platform = useFrame((state) => state.info?.platform);
  // Other screens take what they begin with from the frame's copies, so they wait for them.
  const ready = useFrame((state) => state.loaded) || screen === 'overview';
  const Screen = ready ? screens[screen] : undefined;
  useFileDrop();
  return (
    <div className="app" data-os={platform}>
      <Navigation />
      <main className="main">
        <Banners />
        {/* A visit with new parameters is a new visit: screens read them once, when they open. */}
        <ScreenBoundary key={`${screen}/${visit}`}>
          <Suspense fallback={null}>{Screen ? <Screen /> : null}</Suspense>
        </ScreenBoundary>
      </main>
      <StatusBar />
      <PaletteDoor />
    </div>
  );
}
