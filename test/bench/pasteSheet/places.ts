import { de, set, us } from './cells.ts';
import type { Dirt } from './cells.ts';

/** Towns, states and countries in the wrong cell or form. */
export const spoiledPlaces: Dirt[] = [
  {
    kind: 'zip in city',
    field: 'city',
    header: 'City',
    fits: de,
    spoil: (c) => {
      const was = c.City;
      c.City = `${c.Zip} ${was}`;
      c.Zip = '';
      return was;
    },
  },
  {
    kind: 'city state zip',
    field: 'city',
    header: 'City',
    fits: us,
    spoil: (c) => {
      const was = c.City;
      c.City = `${was}, ${c.State} ${c.Zip}`;
      c.State = '';
      c.Zip = '';
      return was;
    },
  },
  {
    kind: 'state twice',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'MA',
    spoil: set('State', () => 'MA Massachusetts'),
  },
  {
    kind: 'state with country',
    field: 'state',
    header: 'State',
    fits: us,
    spoil: set('State', (was) => `US-${was}`),
  },
  {
    kind: 'state misspelt',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'MA',
    spoil: set('State', () => 'Massachusets'),
  },
  {
    kind: 'state where none',
    field: 'state',
    header: 'State',
    fits: de,
    spoil: set('State', () => 'Sachsen'),
  },
  {
    kind: 'swapped',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'TX',
    spoil: (c) => {
      const was = c.State;
      c.State = c.City;
      c.City = was;
      return was;
    },
  },
  {
    kind: 'country twice',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'IT',
    spoil: set('Country', () => 'IT (Italy)'),
  },
  {
    kind: 'country upper',
    field: 'country',
    header: 'Country',
    fits: de,
    spoil: set('Country', () => 'DEUTSCHLAND'),
  },
  {
    kind: 'country french',
    field: 'country',
    header: 'Country',
    fits: us,
    spoil: set('Country', () => 'Etats-Unis'),
  },
  {
    kind: 'country misspelt',
    field: 'country',
    header: 'Country',
    fits: de,
    spoil: set('Country', () => 'Germnay'),
  },
  {
    kind: 'GB',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'UK',
    spoil: set('Country', () => 'GB'),
  },
  {
    kind: 'England',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'UK',
    spoil: set('Country', () => 'England'),
  },
  { kind: 'alpha-3', field: 'country', header: 'Country', fits: de, spoil: set('Country', () => 'DEU') },
  {
    kind: 'country blank',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'CA',
    spoil: set('Country', () => ''),
  },
];
