import { expect, it } from 'vitest';
import {
  explainRefusal,
  isAccountRefusal,
  listedRefusalCodes,
  refusalKeys,
} from '../../../../shared/orders/refusals.ts';
import { faultCodes } from '../../../../shared/orders/fault.ts';
import enFaults from '../../../../renderer/words/en/orderFaults.ts';
import deFaults from '../../../../renderer/words/de/orderFaults.ts';
import en from '../../../../renderer/words/en/refusals.ts';
import de from '../../../../renderer/words/de/refusals.ts';

it('knows the nine codes that the document lists', () => {
  expect([...listedRefusalCodes].sort()).toEqual(
    ['000002', '000010', '000013', '000035', '000101', '000503', '000505', '000601', '003101'].sort(),
  );
});

it('shows the words of the service for a code that is not listed', () => {
  expect(explainRefusal('999999')).toEqual({
    field: null,
    reason: 'unlisted',
    whatToDo: 'unlistedToDo',
    listed: false,
  });
  expect(en.unlisted).toContain('{{message}}');
  expect(explainRefusal('toString').listed).toBe(false);
});

it('points at the field that is to be mended', () => {
  expect(explainRefusal('000035').field).toBe('invoice');
  expect(explainRefusal('000013').field).toBe('name');
  expect(listedRefusalCodes.filter(isAccountRefusal).sort()).toEqual(['000503', '000601']);
});

it('has a reason and a remedy in both languages for each', () => {
  const wanted = refusalKeys.flatMap((key) => [key, `${key}ToDo`]).sort();
  expect(Object.keys(en).sort()).toEqual(wanted);
  expect(Object.keys(de).sort()).toEqual(wanted);
});

it('has a sentence in both languages for each fault, with the same facts', () => {
  const facts = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(String).sort();
  expect(Object.keys(enFaults).sort()).toEqual([...faultCodes].sort());
  expect(Object.keys(deFaults).sort()).toEqual([...faultCodes].sort());
  for (const code of faultCodes) expect(facts(deFaults[code]), code).toEqual(facts(enFaults[code]));
});
