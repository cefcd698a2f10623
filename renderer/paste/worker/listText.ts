import { toDelimited } from '../../../shared/paste/attention.ts';
import type { SendRow } from '../protocol.ts';

const head =
  'invoice product quantity name company address city state postcode country email method mode specialText price priceOnCustoms emailCustomer';

/** What would be sent, as a table with tabs: one line for each product. */
export function listOf(plan: readonly SendRow[]): string {
  const lines = plan.flatMap(({ order }) =>
    order.lines.map((line) => [
      order.invoice,
      line.productId,
      String(line.quantity),
      order.name,
      order.company,
      order.address,
      order.city,
      order.state,
      order.postcode,
      order.country,
      order.email,
      order.shippingMethod,
      order.mode,
      order.specialText,
      order.price,
      order.usePriceOnCustoms ? 'yes' : 'no',
      order.emailCustomer,
    ]),
  );
  return toDelimited([head.split(' '), ...lines], '\t');
}
