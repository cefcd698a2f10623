import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deflateSync } from 'node:zlib';
import { createPreflight, type Preflight } from '../../../electron/pdf/preflightHost.ts';
import { spawnForked } from '../../../electron/pdf/spawnForked.ts';
import type { SpawnChild } from '../../../electron/pdf/spawnChild.ts';
import type { AnswerMessage } from '../../../electron/pdf/task.ts';
import { letter, makePdf } from '../../lib/makePdf.ts';
import { fixture, wasmPath } from '../../lib/pdfFixture.ts';
import { onePage, raw, stream } from '../../lib/rawPdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'preflight-'));
const put = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
let preflight: Preflight;
beforeAll(async () => {
  preflight = createPreflight({ spawn: spawnForked(wasmPath) });
  await preflight.warm();
});
afterAll(() => {
  preflight.close();
  rmSync(folder, { recursive: true });
});

it('examines a file by path in a child and gives plain facts', async () => {
  const answer = await preflight.examine(put('letter.pdf', fixture('letter_right_window_c5_de')));
  expect(answer).toMatchObject({ ok: true, value: { pageCount: 2, walkerOpened: true, pdfiumOpened: true } });
});

it.each([
  ['zero bytes', () => fixture('zero_byte'), { headerAt: null, bytes: 0 }],
  ['a renamed JPEG', () => fixture('jpeg_renamed'), { headerAt: null }],
  ['a truncated file', () => fixture('truncated_60pct'), { pageCount: 0 }],
  ['a file with a password', () => fixture('password_user_aes128'), { encryption: 'password' }],
  ['81 pages', () => fixture('pages_81'), { pageCount: 81 }],
  ['2,000 pages', () => makePdf(Array.from({ length: 2000 }, () => letter())), { pageCount: 2000 }],
  [
    'a page tree that runs in a circle',
    () => raw(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>']),
    { pageCount: 2, pages: [{ width: 0 }, { width: 0 }] },
  ],
  [
    'a content stream that unpacks to 200 MB',
    () => onePage(stream(deflateSync(Buffer.alloc(200_000_000, 0x20), { level: 9 }), '/Filter/FlateDecode')),
    { pages: [{ examined: false }] },
  ],
  [
    'forms that draw themselves',
    () =>
      raw([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>',
        stream(Buffer.from('/A Do')),
        stream(
          Buffer.from('/A Do /A Do /A Do 0 0 9 9 re f'),
          '/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</A 5 0 R>>>>',
        ),
      ]),
    { pageCount: 1, pages: [{ examined: false }] },
  ],
  [
    'arrays nested 100,000 deep in a content stream',
    () => onePage(stream(Buffer.from('['.repeat(100_000)))),
    { pageCount: 1 },
  ],
  [
    'a header and nothing else',
    () => Buffer.from('%PDF-1.7\n'),
    { walkerOpened: false, pdfiumOpened: false },
  ],
])('does not stumble over %s', async (_name, make, facts) => {
  const answer = await preflight.examine(put(`${crypto.randomUUID()}.pdf`, await make()));
  expect(answer).toMatchObject({ ok: true, value: facts });
});

it('says that a file is gone, and refuses a giant before reading it', async () => {
  expect(await preflight.examine(path.join(folder, 'gone.pdf'))).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  const giant = path.join(folder, 'giant.pdf');
  execFileSync('truncate', ['-s', '65M', giant]);
  expect(await preflight.examine(giant)).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  expect(await preflight.examine(folder)).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
});

/** A pretended child that does what the task's path says. */
function pretend(seen: { started: number; killed: number }, memory = 0): SpawnChild {
  return () => {
    seen.started++;
    let heard: (m: AnswerMessage) => void = () => undefined;
    let gone: () => void = () => undefined;
    return {
      send: ({ id, task }) => {
        const name = 'path' in task ? task.path : '';
        if (name === 'never starts') return;
        heard({ id, begun: true });
        if (name === 'hang') return;
        queueMicrotask(() =>
          name === 'crash' ? gone() : heard({ id, ok: false, error: { code: 'not-found', detail: name } }),
        );
      },
      onMessage: (f) => void (heard = f),
      onExit: (f) => void (gone = f),
      kill: () => void seen.killed++,
      memory: async () => memory,
    };
  };
}

it('ends a child that hangs, and goes on with a new one', async () => {
  const seen = { started: 0, killed: 0 };
  const host = createPreflight({ spawn: pretend(seen), children: 1, timeLimit: 20 });
  const [hung, next] = await Promise.all([host.examine('hang'), host.examine('next')]);
  expect(hung).toMatchObject({ ok: false, error: { code: 'timeout' } });
  expect(next).toMatchObject({ ok: false, error: { code: 'not-found', detail: 'next' } });
  expect(seen).toEqual({ started: 2, killed: 1 });
  host.close();
});

it('does not count the start of a child against the file, but ends one that never starts', async () => {
  const seen = { started: 0, killed: 0 };
  const slow: SpawnChild = () => {
    const child = pretend(seen)();
    return { ...child, send: (message) => void setTimeout(() => child.send(message), 60) };
  };
  const host = createPreflight({ spawn: slow, children: 1, timeLimit: 20 });
  expect(await host.examine('late')).toMatchObject({ error: { code: 'not-found', detail: 'late' } });
  host.close();
  const dead = createPreflight({ spawn: pretend(seen), children: 1, startLimit: 20, timeLimit: 60_000 });
  expect(await dead.examine('never starts')).toMatchObject({ ok: false, error: { code: 'timeout' } });
  expect(seen.killed).toBe(2);
  dead.close();
});

it('survives a child that dies of a file', async () => {
  const seen = { started: 0, killed: 0 };
  const host = createPreflight({ spawn: pretend(seen), children: 1 });
  expect(await host.examine('crash')).toMatchObject({
    ok: false,
    error: { code: 'file-unreadable', detail: 'stopped' },
  });
  expect(await host.examine('next')).toMatchObject({ error: { detail: 'next' } });
  expect(seen.started).toBe(2);
  host.close();
});

it('ends a child that eats too much memory', async () => {
  const seen = { started: 0, killed: 0 };
  const host = createPreflight({ spawn: pretend(seen, 2e9), children: 1, memoryLimit: 1e9 });
  expect(await host.examine('hang')).toMatchObject({
    ok: false,
    error: { code: 'file-unreadable', detail: 'memory' },
  });
  expect(seen.killed).toBe(1);
  host.close();
});

it('answers everyone when it is closed', async () => {
  const host = createPreflight({ spawn: pretend({ started: 0, killed: 0 }), children: 1 });
  const waiting = Promise.all([host.examine('hang'), host.examine('later')]);
  host.close();
  expect(await waiting).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'cancelled' } }]);
  expect(await host.examine('after')).toMatchObject({ error: { code: 'cancelled' } });
});

it('fails, and does not hang, when no child can be started', async () => {
  const host = createPreflight({
    spawn: () => {
      throw new Error('EAGAIN');
    },
    children: 1,
  });
  expect(await host.examine('any')).toMatchObject({ ok: false, error: { code: 'internal' } });
  host.close();
});

it('really kills a forked child whose file takes too long', async () => {
  const host = createPreflight({ spawn: spawnForked(wasmPath), children: 1, timeLimit: 1 });
  expect(await host.examine(put('slow.pdf', fixture('pages_81')))).toMatchObject({
    ok: false,
    error: { code: 'timeout' },
  });
  host.close();
});
