import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import { anOrder, get } from './api.ts';

const people = [
  ['Katja Neumann', 'Alaunstraße 40', 'Dresden', '', '01099', 'DE'],
  ['Aiko Tanaka', '3-14-8 Kichijoji Honcho', 'Musashino', 'Tokyo', '180-0004', 'JP'],
  ['Grace Hopper', '41 Alder Street', 'Portland', 'OR', '97201', 'US'],
  ['Émilie Lefèvre', '12 rue des Martyrs', 'Paris', '', '75009', 'FR'],
  ['Lukas Hürlimann', 'Gerbergasse 7', 'Basel', '', '4001', 'CH'],
  ['Søren Kjærgaard', 'Istedgade 20', 'København', '', '1650', 'DK'],
  ['Ada Lovelace', '7 Summit Avenue', 'Saint Paul', 'MN', '55102', 'US'],
  ['Siobhán O’Rourke', '5 Capel Street', 'Dublin', '', 'D01 F5P2', 'IE'],
  ['Noor van der Berg', 'Prinsengracht 263', 'Amsterdam', '', '1016 GV', 'NL'],
  ['Sofía García', 'Calle de Atocha 30', 'Madrid', '', '28012', 'ES'],
  ['Hannah Goldberg', '88 Beacon Street', 'Boston', 'MA', '02108', 'US'],
  ['Priya Raghunathan', '14 MG Road', 'Bengaluru', 'Karnataka', '560001', 'IN'],
] as const;
const products = [
  ['66750', 'Voices by the River (CD)'],
  ['66760', 'The Long Way Home (DVD)'],
  ['66780', 'Letters to a Young Luthier (book)'],
] as const;
const methods = ['standard', 'rtrackstandard', 'priority'] as const;

/** Places 60 orders, in the outbox. The app is then closed and `ageOrders` makes a month of them. */
export async function placeMonth(page: Page, accountId: string): Promise<void> {
  await get(page, 'settings.change', { undoTime: 3600 });
  const orders = Array.from({ length: 60 }, (_, index) => {
    const [name, address, city, state, postcode, country] = people[(index * 5) % people.length] ?? people[0];
    const [productId, title] = products[(index * 7) % products.length] ?? products[0];
    return anOrder(accountId, {
      invoice: `RV-2611-0${200 + index}`,
      lines: [{ productId, title, quantity: 1 + (index % 3 === 0 ? index % 4 : 0) }],
      shippingMethod: methods[index % methods.length] ?? 'standard',
      name,
      address,
      city,
      state,
      postcode,
      country,
      email: '',
    });
  });
  await get(page, 'orders.submitBatch', { batchId: 'a-month-of-orders', label: '', orders });
}

/** What became of an order `age` days old: old ones are there, young ones under way, some in trouble. */
function fateOf(index: number, age: number): { status: OrderStatus; detail: string } {
  if (index === 55) return { status: 'hold', detail: 'payment' };
  if (index === 47) return { status: 'error', detail: '10' };
  if (index === 52) return { status: 'refused', detail: '' };
  if (index === 38) return { status: 'test', detail: '20' };
  if (age > 8) return { status: index % 4 === 0 ? 'delivered' : 'shipped', detail: '' };
  if (age > 3) return { status: 'shipped', detail: '' };
  return { status: age > 1 ? 'made' : 'accepted', detail: '' };
}

/** Writes into the closed app's database that the orders were placed over the last four weeks and went their ways. */
export function ageOrders(dataFolder: string, now: number): void {
  const db = new Database(path.join(dataFolder, 'postroom.db'));
  const day = 86_400_000;
  const event = db.prepare(
    `INSERT INTO events (item_id, at, source, kind, status, detail) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const rows = db.prepare(`SELECT id FROM orders ORDER BY row_no`).all() as { id: string }[];
  db.transaction(() => {
    rows.forEach(({ id }, index) => {
      // The last four stay in the outbox.
      if (index >= rows.length - 4) return;
      const age = Math.floor(((rows.length - 5 - index) / rows.length) * 30);
      const at = now - age * day - ((index * 37) % 300) * 60_000;
      const { status, detail } = fateOf(index, age);
      const shipped = status === 'shipped' || status === 'delivered';
      const tracking = shipped && index % 3 === 1 ? `LZ4281${19_067 + index}US` : '';
      const wait = 1 + (index % 3);
      db.prepare(
        `UPDATE outbox SET state = ?, due_at = ?, settled_at = ?, created_at = ?, sent_before = 1, trouble_code = ?,
           trouble_detail = ? WHERE item_id = ?`,
      ).run(
        status === 'refused' ? 'refused' : 'accepted',
        at,
        at,
        at,
        status === 'refused' ? '000505' : '',
        status === 'refused' ? 'Product does not belong to this account' : '',
        id,
      );
      db.prepare(
        `UPDATE orders SET status = ?, status_detail = ?, accepted_at = ?, sent_at = ?, next_check_at = NULL,
           tracking_id = ?, shipped_at = ?, ship_date = ?, refusal_code = ?, refusal_message = ? WHERE id = ?`,
      ).run(
        status,
        detail,
        at,
        at,
        tracking,
        shipped ? at + wait * day : null,
        shipped ? new Date(at + wait * day).toISOString().slice(0, 10) : null,
        status === 'refused' ? '000505' : null,
        status === 'refused' ? 'Product does not belong to this account' : null,
        id,
      );
      const bad = ['hold', 'error', 'refused'].includes(status) ? 1 : 0;
      db.prepare(
        `UPDATE history_items SET at = ?, status = ?, status_detail = ?, tracking_id = ?, changed_at = ?, bad = ? WHERE item_id = ?`,
      ).run(at, status, detail, tracking, shipped ? at + wait * day : at, bad, id);
      db.prepare(`UPDATE events SET at = ? WHERE item_id = ?`).run(at, id);
      db.prepare(
        `UPDATE recipients SET last_at = max(CASE WHEN last_at > ? THEN 0 ELSE last_at END, ?), changed_at = ?
         WHERE id = (SELECT recipient_id FROM orders WHERE id = ?)`,
      ).run(now - 60_000, at, at, id);
      event.run(id, at + 60_000, 'postroom', 'sending', 'sending', '');
      event.run(id, at + 61_000, 'practice', 'answered', 'accepted', '');
      if (shipped || status === 'made') event.run(id, at + day, 'practice', 'status', 'made', '');
      if (shipped) event.run(id, at + wait * day, 'practice', 'status', 'shipped', '');
      if (tracking !== '') event.run(id, at + wait * day, 'practice', 'tracking', '', tracking);
      if (status === 'hold' || status === 'error')
        event.run(id, at + day, 'practice', 'status', status, detail);
    });
  })();
  db.close();
}
