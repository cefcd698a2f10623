import { de, set, us } from './cells.ts';
import type { Dirt } from './cells.ts';

/** Quantities, prices, invoices, and what is missing. */
export const spoiledOrders: Dirt[] = [
  {
    kind: 'pieces',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '2 pcs';
      return '2';
    },
  },
  {
    kind: 'x2',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = 'x2';
      return '2';
    },
  },
  {
    kind: '1,0',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '1,0';
      return '1';
    },
  },
  {
    kind: 'two',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = 'two';
      return '2';
    },
  },
  {
    kind: 'over 250',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '300';
      return '250';
    },
  },
  { kind: 'money', field: 'price', header: 'Price', spoil: set('Price', (was) => `$${was}`) },
  { kind: 'formula', field: 'name', header: 'Name', spoil: set('Name', () => "=cmd|' /C calc'!A0", 'lost') },
  {
    kind: 'invoice long',
    field: 'invoice',
    header: 'Order no',
    spoil: (c) => {
      c['Order no'] = `${c['Order no']}-${'x'.repeat(60)}`;
      return c['Order no'].slice(0, 50);
    },
  },
  {
    kind: 'invoice delimiter',
    field: 'invoice',
    header: 'Order no',
    spoil: (c) => {
      const was = c['Order no'];
      c['Order no'] = `${was}[*|*]b`;
      return `${was}-b`;
    },
  },
  { kind: 'name missing', field: 'name', header: 'Name', spoil: set('Name', () => '', 'lost') },
  { kind: 'street missing', field: 'addr', header: 'Address', spoil: set('Address', () => '', 'lost') },
  {
    kind: 'zip wrong',
    field: 'zip',
    header: 'Zip',
    fits: (c) => us(c) || de(c),
    spoil: set('Zip', () => '1234567', 'lost'),
  },
  {
    kind: 'state missing',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'TX' || c.State === 'OR',
    spoil: (c) => {
      const was = c.State;
      c.State = '';
      return was;
    },
  },
];
