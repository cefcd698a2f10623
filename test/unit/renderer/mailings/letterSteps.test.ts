import { createInstance, type TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import {
  documentStatusWords,
  orderStatusWords,
  reportWords,
} from '../../../../renderer/mailings/letterSteps.ts';
import de from '../../../../renderer/words/de/letterSteps.ts';
import en from '../../../../renderer/words/en/letterSteps.ts';
import { documentStatuses, mailingStatuses } from '../../../../shared/mailings/documentStatus.ts';
import { writeServiceEvent } from '../../../../shared/mailings/serviceEvent.ts';

/** The catalogue as the page reads it. */
function wordsOf(catalogue: object): TFunction {
  const instance = createInstance();
  void instance.init({
    lng: 'xx',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { xx: { translation: { letterSteps: catalogue } } },
  });
  return instance.t;
}

const step = (kind: string, detail: string) => ({
  id: '1',
  at: 1,
  source: 'tcgate' as const,
  kind,
  status: '',
  detail,
  raw: '',
});
const report = (channel: string, kind: string, words = '') =>
  step('status', writeServiceEvent({ channel, kind, words }));

// "Response Body Events" of Get Document and Get Order.
const events = {
  print: ['acknowledged', 'printing', 'sent', 'tracked', 'delivered', 'notdelivered', 'processed'],
  email: ['acknowledged', 'rejected', 'sent', 'blocked', 'bounced', 'processed'],
};

describe.each([
  ['English', wordsOf(en)],
  ['German', wordsOf(de)],
])('in %s', (_language, t) => {
  test('every status of a document and of an order has words, each its own', () => {
    const documents = documentStatuses.map((status) => documentStatusWords(t, status));
    const orders = mailingStatuses.map((status) => orderStatusWords(t, status));
    for (const said of [documents, orders]) {
      expect(new Set(said).size).toBe(said.length);
      expect(said.filter((word) => /^[a-z]/.test(word))).toEqual([]);
    }
  });

  test('every event of the document has a sentence of its own, and none shows the service’s word', () => {
    const said = Object.entries(events).flatMap(([channel, kinds]) =>
      kinds.map((kind) => reportWords(t, report(channel, kind), 'document')),
    );
    expect(new Set(said).size).toBe(said.length);
    expect(said.filter((word) => word === null || /^[a-z]/.test(word))).toEqual([]);
  });
});

test('says why, keeps a word nobody knows, and leaves steps of another kind alone', () => {
  const t = wordsOf(en);
  expect(reportWords(t, report('Email', 'bounced', 'Mailbox is full · 552'), 'document')).toBe(
    'The e-mail came back: Mailbox is full · 552',
  );
  expect(reportWords(t, report('', 'rejected', 'Page 2 is not A4'), 'order')).toBe(
    'Rejected: Page 2 is not A4',
  );
  expect(reportWords(t, report('drone', 'dropped'), 'document')).toBe('drone: dropped');
  expect(reportWords(t, step('uploaded', ''), 'document')).toBeNull();
});

test('a step of a letter is not told in the words for discs', () => {
  const t = wordsOf(en);
  expect(reportWords(t, step('answered', 'ORDER-1'), 'document')).toBe('Its order was placed');
  expect(reportWords(t, step('answered', 'ORDER-1'), 'order')).toBe('Placed');
  expect(reportWords(t, step('undone', 'cancel'), 'order')).toBe('You asked to take it back');
  expect(reportWords(t, step('rejected', 'Page 1 is not A4'), 'document')).toContain('Page 1 is not A4');
  expect(reportWords(t, step('rejected', ''), 'document')).toBeNull();
  expect(reportWords(t, step('uploaded', ''), 'document')).toBeNull();
});
