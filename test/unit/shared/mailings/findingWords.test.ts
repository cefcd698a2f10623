import { expect, it } from 'vitest';
import de from '../../../../renderer/words/de/findings.ts';
import en from '../../../../renderer/words/en/findings.ts';
import {
  findingCodes,
  noteWords,
  remedyIds,
  remedyWords,
  wordsOf,
} from '../../../../shared/mailings/finding.ts';
import { uncheckedReasons } from '../../../../shared/mailings/judge.ts';
import { remedyNotes } from '../../../../shared/mailings/remedy.ts';

const variants: Record<string, Record<string, string>[]> = {
  zoneAddressClipped: ['high', 'low', 'left', 'right'].map((side) => ({ side })),
  confContradiction: ['transparency', 'rgb', 'fonts', 'javascript'].map((against) => ({ against })),
  addrLines: ['coversheet', 'bundling'].map((reason) => ({ reason })),
  fileUnchecked: uncheckedReasons.map((reason) => ({ reason })),
};
const keys = [
  ...findingCodes.flatMap((code) =>
    (variants[code] ?? [{}]).flatMap((params) => Object.values(wordsOf({ code, params: { ...params } }))),
  ),
  ...remedyIds.map((id) => remedyWords(id)),
  ...remedyNotes.map((note) => noteWords(note)),
].map((key) => key.replace('findings.', ''));

it.each([
  ['English', en],
  ['German', de],
])('has words in %s for every finding, remedy and note', (_language, words) => {
  expect(keys.filter((key) => !(key in words))).toEqual([]);
});

it('says the same things in both languages, with the same facts', () => {
  const facts = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  expect(Object.keys(de)).toEqual(Object.keys(en));
  for (const [key, text] of Object.entries(en)) {
    expect(facts(de[key as keyof typeof de]), key).toEqual(facts(text));
  }
});

it('uses no ß in Swiss German and no word of the trade without need', () => {
  expect(Object.values(de).join(' ')).not.toMatch(/ß/);
});
