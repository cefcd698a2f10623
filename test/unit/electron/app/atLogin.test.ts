import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { autostartEntry } = await import('../../../../electron/app/atLogin.ts');

it('quotes the path of the program', () => {
  expect(autostartEntry('/opt/my "apps"/$x/postroom')).toContain(
    'Exec="/opt/my \\"apps\\"/\\$x/postroom" --hidden\n',
  );
});
