import { expect, test } from 'vitest';
import { ownFolder } from '../../fixtures/engine.ts';
import { good, servicesRig } from '../../fixtures/servicesRig.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a draft that is posted past the page is kept as text, whole, until the next one; it can be fetched past the page', async () => {
  const folder = ownFolder();
  const { ask, handover, services } = await servicesRig(folder);
  expect(good(await ask['drafts.offer']({ name: 'paste' })).token).toBeNull();

  const long = JSON.stringify({
    form: 1,
    rows: Array.from({ length: 20_000 }, (_, n) => `Müller ${n} 日本`),
  });
  const first = good(await ask['drafts.expect']({ name: 'paste' })).token;
  // Nothing is kept before it is here.
  expect(good(await ask['drafts.load']({ name: 'paste' })).text).toBeNull();
  const answer = await handover.post(first, bytes(long));
  expect(JSON.parse(new TextDecoder().decode(answer?.body))).toEqual({ ok: true });
  expect(good(await ask['drafts.load']({ name: 'paste' })).text).toBe(long);

  // A second use of its place, or a place nobody told of, changes nothing.
  expect(await handover.post(first, bytes('{}'))).toBeNull();
  expect(await handover.post('guess', bytes('{}'))).toBeNull();
  await ask['drafts.expect']({ name: 'paste' });
  expect(good(await ask['drafts.load']({ name: 'paste' })).text).toBe(long);
  await services.stop();

  const again = await servicesRig(folder);
  const token = good(await again.ask['drafts.offer']({ name: 'paste' })).token ?? '';
  expect(new TextDecoder().decode((await again.handover.get(token))?.body)).toBe(long);
  expect(await again.handover.get(token)).toBeNull();
  good(await again.ask['drafts.clear']({ name: 'paste' }));
  expect(good(await again.ask['drafts.offer']({ name: 'paste' })).token).toBeNull();
});
