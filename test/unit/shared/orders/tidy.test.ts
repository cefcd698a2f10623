import { expect, it } from 'vitest';
import { tidyOrder } from '../../../../shared/orders/tidy.ts';
import { anOrder } from '../../../fixtures/trepstar/order.ts';

it('puts two address lines into one', () => {
  expect(tidyOrder(anOrder({ address: ' 123 Some Street,\r\n\r\n Apt 123 \n' })).address).toBe(
    '123 Some Street, Apt 123',
  );
});

it('keeps the lines of the special text', () => {
  expect(tidyOrder(anOrder({ specialText: 'a\r\nb\rc ' })).specialText).toBe('a\nb\nc');
});

it('changes nothing in a tidy order, and nothing the second time', () => {
  expect(tidyOrder(anOrder())).toEqual(anOrder());
  const messy = anOrder({
    name: ' A\nB ',
    city: 'x\ty',
    invoice: ' I ',
    lines: [{ productId: ' 1', title: ' t ', quantity: 1 }],
  });
  expect(tidyOrder(tidyOrder(messy))).toEqual(tidyOrder(messy));
});

it('leaves emoji and right-to-left marks as they are', () => {
  const name = 'يوسف \u200fحداد 👩‍👧';
  expect(tidyOrder(anOrder({ name })).name).toBe(name);
});
