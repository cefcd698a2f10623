import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordsFor } from '../../../../electron/app/words.ts';

const folder = new URL('../../../../renderer/words/', import.meta.url);
const renderer = new URL('../', folder);
const subjects = readdirSync(new URL('en/', folder));
const otherLanguages = readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name) && name !== 'en');

/** key.path -> words */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  return new Map(
    Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => [
      ...leaves(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

async function words(language: string, file: string): Promise<Map<string, string>> {
  const subject = (await import(new URL(`${language}/${file}`, folder).href)) as { default: unknown };
  return leaves(subject.default);
}

const gaps = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted();

it.each(otherLanguages)('%s has every subject of English and no other', (language) => {
  expect(readdirSync(new URL(`${language}/`, folder))).toEqual(subjects);
});

for (const language of otherLanguages)
  it.each(subjects)(
    `${language}/%s says everything English says, with the same values in it`,
    async (file) => {
      const [english, other] = [await words('en', file), await words(language, file)];
      expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of other) {
        expect(text.trim(), key).not.toBe('');
        // A singular may leave its number out ("one order").
        const wanted = gaps(english.get(key) ?? '');
        const had = gaps(text);
        expect(
          had.filter((name) => !wanted.includes(name)),
          `${key} uses what English does not give`,
        ).toEqual([]);
        expect(
          wanted.filter((name) => name !== 'count' && !had.includes(name)),
          `${key} leaves out`,
        ).toEqual([]);
      }
    },
  );

it.each(subjects)('de/%s speaks with one voice: Sie, Strasse and «»', async (file) => {
  for (const [key, text] of await words('de', file))
    expect(text, key).not.toMatch(/[ß„“]|\b(du|dich|dir|deine?[mnrs]?)\b/i);
});

/** What has one name in German, and names that were once used for it too. */
const otherNames = /\b(Computers?|Rücknahmezeit|Postausgang|PDFs versenden)\b/;

it.each(subjects)('de/%s has one name for each thing', async (file) => {
  for (const [key, text] of await words('de', file)) expect(text, key).not.toMatch(otherNames);
});

it.each(['en', 'de', 'fr', 'it'] as const)(
  'the menu and the page call the screens the same (%s)',
  async (language) => {
    const menu: Record<string, string> = wordsFor(language, 'en');
    const page = [...(await words(language, 'frame.ts'))].filter(([key]) => key.startsWith('screens.'));
    expect(page).toHaveLength(10);
    for (const [key, text] of page) expect(menu[key.replace('screens.', '')]).toBe(text);
  },
);

it('knows every word the page asks for by name', async () => {
  const known = new Set<string>();
  for (const file of subjects)
    for (const key of (await words('en', file)).keys()) {
      const name = `${file.replace('.ts', '')}.${key}`;
      known.add(name).add(name.replace(/_(zero|one|other)$/, ''));
    }
  const sources = globSync('**/*.{ts,tsx}', { cwd: renderer }).filter((path) => !path.startsWith('words/'));
  const asked = sources.flatMap((path) =>
    [...readFileSync(new URL(path, renderer), 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map(
      ([, key = '']) => key,
    ),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});
