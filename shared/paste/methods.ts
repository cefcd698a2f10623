import { fold } from '../address/fold.ts';
import type { ShippingMethod } from '../orders/order.ts';

const own: Record<string, ShippingMethod> = {
  standard: 'standard',
  rtrackstandard: 'rtrackstandard',
  'standard tracking': 'rtrackstandard',
  'standard tracked': 'rtrackstandard',
  'tracked standard': 'rtrackstandard',
  'standard with tracking': 'rtrackstandard',
  tracked: 'rtrackstandard',
  priority: 'priority',
  'priority mail': 'priority',
  express: 'express',
  'express mail': 'express',
  'priority mail express': 'express',
  expedited: 'priority',
  secondday: 'priority',
  nextday: 'express',
  'next day': 'express',
};

/** TrepStar's method for a shop's shipping words; '' = the default chosen on the screen. */
export const readMethod = (text: string): ShippingMethod | '' => own[fold(text)] ?? '';
