import { expect, test, vi } from 'vitest';
import { ok } from '../../../../shared/contract/result.ts';
import { useFrame } from '../../../../renderer/frame/frameStore.ts';

const asked = vi.hoisted(() => {
  let answer: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  return { late, answer: () => answer() };
});
const state = vi.hoisted(() => (running: boolean) => ({
  running,
  lastAt: null,
  troubleCode: '',
  troubleDetail: '',
  online: true,
  calls: [],
}));

vi.mock('../../../../renderer/lib/ipc.ts', () => {
  const no = () => Promise.resolve({ ok: false, error: { code: 'internal' } });
  return {
    api: {
      settings: { get: no },
      app: { info: no },
      outbox: { summary: no },
      history: { needsYou: no },
      refresh: { state: () => Promise.resolve(ok(state(true))) },
      accounts: { list: () => asked.late.then(no) },
    },
  };
});

test('what is pushed while the page loads is not overwritten by what was asked for before', async () => {
  const loading = useFrame.getState().load();
  await Promise.resolve();
  // The refresh ended while another answer was still awaited.
  useFrame.setState({ refresh: state(false) });
  asked.answer();
  await loading;
  expect(useFrame.getState()).toMatchObject({ loaded: true, refresh: { running: false } });
});
