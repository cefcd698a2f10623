import { expect, it } from 'vitest';
import {
  documentAnswerSchema,
  lastSegment,
  orderAnswerSchema,
  readList,
} from '../../../../../electron/gateways/tcgate/answers.ts';

it('takes the number from a whole address, a path or a bare number', () => {
  expect(lastSegment('https://api.tcgate.ch/documents/CUST-DOC-1-TERM')).toBe('CUST-DOC-1-TERM');
  expect(lastSegment('/documents/A%2FB/?x=1')).toBe('A/B');
  expect(lastSegment('CUST-DOC-1')).toBe('CUST-DOC-1');
  expect(lastSegment('/documents/%E0%A4%A')).toBe('%E0%A4%A');
  expect(lastSegment('')).toBe('');
});

it('keeps a status word it does not know, and fills what is missing', () => {
  const read = documentAnswerSchema.parse({ number: 'D1', status: 'teleported', events: null });
  expect(read).toMatchObject({ status: 'teleported', clientReference: '', events: [], findings: [] });
});

it('reads an order whose documents are numbers, addresses or objects', () => {
  const read = orderAnswerSchema.parse({
    number: 'O1',
    documents: ['D1', 'https://x/documents/D2', { number: 'D3' }],
  });
  expect(read.documents).toEqual(['D1', 'D2', 'D3']);
});

it('takes a number that comes as a JSON number for the same name', () => {
  expect(documentAnswerSchema.parse({ number: 4711 }).number).toBe('4711');
  expect(orderAnswerSchema.parse({ number: 'O1', documents: [4711, { number: 4712 }] }).documents).toEqual([
    '4711',
    '4712',
  ]);
});

it('reads a list bare or wrapped, drops rows without a number, and says when it is none', () => {
  const rows = [{ number: 'D1' }, { status: 'sent' }, 7];
  for (const body of [rows, { value: rows }]) {
    const page = readList(body, documentAnswerSchema);
    expect(page?.rows.map((d) => d.number)).toEqual(['D1']);
    expect(page?.sent).toBe(3);
  }
  expect(readList({}, documentAnswerSchema)).toBeNull();
  expect(readList(undefined, documentAnswerSchema)).toBeNull();
});
