import { api } from '../lib/ipc.ts';
import { paced } from '../lib/paced.ts';
import { useFrame } from './frameStore.ts';

/** Keeps the frame's copies fresh. Begun before they are first read, so that no change falls in between. */
export function followNews(): void {
  api.on('outbox.changed', (outbox) => useFrame.setState({ outbox }));
  api.on('refresh.changed', (refresh) => useFrame.setState({ refresh }));
  api.on('accounts.changed', () => void useFrame.getState().loadAccounts());
  api.on('history.changed', paced(() => useFrame.getState().loadFigures()).ask);
  api.on('settings.changed', (settings) => useFrame.setState({ settings, look: settings }));
}
