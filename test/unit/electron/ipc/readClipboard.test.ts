import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const held = vi.hoisted(() => ({ text: '', html: '', hasBytes: true, reads: 0 }));
vi.mock('electron', () => ({
  // As in the older runtime: no class, HTML by a call of its own.
  ClipboardItem: undefined,
  clipboard: {
    readText: async () => {
      held.reads += 1;
      return held.text;
    },
    readBuffer: (name: string) => {
      held.reads += 1;
      return Buffer.from(held.hasBytes && name === 'UTF8_STRING' ? held.text : '');
    },
    readHTML: () => held.html,
  },
}));
const { readClipboard } = await import('../../../../electron/ipc/readClipboard.ts');

const handed = new Map<string, () => Uint8Array>();
const handover = {
  give: (body: () => Uint8Array<ArrayBuffer>) => {
    const token = `token${handed.size}`;
    handed.set(token, body);
    return token;
  },
  take: () => '',
};
const whole = (token: string | null): string => new TextDecoder().decode(handed.get(token ?? '')?.());
const read = (pasted = true) => readClipboard({ pasted: () => pasted, handover });

const { platform } = process;
const setPlatform = (value: string): void => void Object.defineProperty(process, 'platform', { value });
afterAll(() => setPlatform(platform));

beforeEach(() => {
  handed.clear();
  setPlatform('linux');
  Object.assign(held, { text: '', html: '', hasBytes: true, reads: 0 });
});

describe('readClipboard', () => {
  it('does not even look when nobody pressed the keys', async () => {
    held.text = 'secret';
    expect(await read(false)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(held.reads).toBe(0);
  });

  it('gives a small paste whole', async () => {
    held.text = 'a\tb\n1\t2';
    held.html = '<table></table>';
    expect(await read()).toEqual({
      ok: true,
      value: { text: held.text, html: held.html, rest: { text: null, html: null } },
    });
    expect(handed.size).toBe(0);
  });

  it.each([
    ['bytes', 'linux', true],
    ['a string', 'linux', false],
    ['a string', 'win32', true],
  ])(
    'gives the beginning of a large one, and hands the whole over: %s on %s',
    async (_, system, hasBytes) => {
      setPlatform(system);
      held.hasBytes = hasBytes;
      // The beginning ends within a letter of several bytes.
      held.text = 'xMüller\t日本\n'.repeat(60_000);
      held.html = `<table>${'<tr><td>Müller</td></tr>'.repeat(60_000)}</table>`;
      const answer = await read();
      if (!answer.ok) throw new Error(answer.error.code);
      const { text, html, rest } = answer.value;
      expect(text.length).toBeLessThan(300_000);
      expect(held.text.startsWith(text)).toBe(true);
      expect(held.html.startsWith(html)).toBe(true);
      expect(whole(rest.text)).toBe(held.text);
      expect(whole(rest.html)).toBe(held.html);
    },
  );

  it('leaves the HTML of very many rows with tabs alone, but not that of a text without columns', async () => {
    held.html = '<table><tr><td>1</td></tr></table>';
    held.text = 'a\tb\n'.repeat(1_100_000);
    expect(await read()).toMatchObject({ value: { html: '' } });
    held.text = 'abc\n'.repeat(1_100_000);
    expect(await read()).toMatchObject({ value: { html: held.html } });
  });

  it('refuses what is too large', async () => {
    held.text = 'x'.repeat(120_000_001);
    expect(await read()).toMatchObject({ error: { code: 'file-too-large' } });
    expect(handed.size).toBe(0);
  });
});
