import { expect, it, vi } from 'vitest';
import { holdWork } from '../../../../electron/app/work.ts';

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it('begins at once and keeps what began', async () => {
  const work = { stop: vi.fn(async () => undefined) };
  const begin = vi.fn(async () => work);
  const holder = holdWork(begin, vi.fn());
  expect(await holder.current()).toEqual({ running: true, work });
  await holder.current();
  expect(begin).toHaveBeenCalledOnce();
});

it('keeps the code of expected trouble', async () => {
  const holder = holdWork(() => Promise.reject(withCode('database-newer', 'version 9')), vi.fn());
  expect(await holder.current()).toEqual({ running: false, code: 'database-newer', detail: 'version 9' });
});

it('calls a bug internal and keeps its message for the log', async () => {
  const onTrouble = vi.fn();
  const bug = withCode('ERR_BUG', 'customer Ada');
  const holder = holdWork(() => Promise.reject(bug), onTrouble);
  expect(await holder.current()).toEqual({ running: false, code: 'internal', detail: '' });
  expect(onTrouble).toHaveBeenCalledWith('start', bug);
});

it('restarts: stop, in between, begin; whoever asks meanwhile waits for the new work', async () => {
  const steps: string[] = [];
  const holder = holdWork(async () => {
    steps.push('begin');
    return { stop: async () => void steps.push('stop') };
  }, vi.fn());
  await holder.current();
  const restarted = holder.restart(async () => void steps.push('between'));
  await holder.current();
  expect(steps).toEqual(['begin', 'stop', 'between', 'begin']);
  await restarted;
});

it('begins again although what was in between failed', async () => {
  const begin = vi.fn(async () => ({ stop: async () => undefined }));
  const holder = holdWork(begin, vi.fn());
  await expect(holder.restart(() => Promise.reject(new Error('no such backup')))).rejects.toThrow('no such');
  expect(await holder.current()).toMatchObject({ running: true });
  expect(begin).toHaveBeenCalledTimes(2);
});

it('has nothing to stop when nothing runs', async () => {
  const holder = holdWork(() => Promise.reject(new Error('x')), vi.fn());
  await expect(holder.stop()).resolves.toBeUndefined();
});
