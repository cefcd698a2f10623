import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, dialog: {} }));
const { codeOf, mayReload } = await import('../../../../electron/app/crash.ts');

it('reloads a page that died, but not for ever', () => {
  expect(mayReload([], 0)).toBe(true);
  expect(mayReload([1_000, 2_000, 3_000], 4_000)).toBe(false);
  expect(mayReload([1_000, 2_000, 3_000], 61_500)).toBe(true);
});

it('gives the same bug the same short code, wherever Postroom is installed', () => {
  const bugAt = (folder: string): Error =>
    Object.assign(new Error('x'), {
      stack: `Error: x\n    at f (${folder}/main.cjs:1:2)\n    at g (${folder}/main.cjs:3:4)`,
    });
  expect(codeOf(bugAt('/opt/postroom'))).toBe(codeOf(bugAt('/home/ada/x')));
  expect(codeOf(bugAt('/opt'))).toMatch(/^[0-9A-Z]{3}$/);
});
