import type { DocumentSettings } from './mailing.ts';

/** What bundling looks at. */
export interface Bundled {
  id: string;
  fileName: string;
  settings: Pick<DocumentSettings, 'sendBy' | 'bundle' | 'bundlePosition' | 'addressLines' | 'country'>;
}

/** Letters that share an envelope, in the order in which they lie in it. */
export interface Stack<T extends Bundled = Bundled> {
  /** Unique among the stacks. */
  key: string;
  /** The bundle's id, or the first line of the address. */
  name: string;
  by: 'id' | 'address';
  documents: T[];
}

/**
 * The stacks the service will make ("Documents with the same bundling id are bundled into one shipment. Documents
 * without a bundling id are bundled by shipping address instead. Documents without a bundling index come last").
 * Letters that travel alone are no stack; e-mails are not bundled.
 */
export function stacksOf<T extends Bundled>(documents: readonly T[]): Stack<T>[] {
  const stacks = new Map<string, Stack<T>>();
  for (const document of documents) {
    const { sendBy, bundle, addressLines, country } = document.settings;
    if (sendBy === 'email') continue;
    const by = bundle === '' ? 'address' : 'id';
    const lines = addressLines.map((line) => line.trim().toLowerCase().replace(/\s+/g, ' '));
    if (by === 'address' && lines.length === 0) continue;
    const key = by === 'id' ? `id:${bundle}` : `address:${[...lines, country].join('\n')}`;
    const name = by === 'id' ? bundle : (addressLines[0] ?? '');
    const stack = stacks.get(key) ?? { key, name, by, documents: [] };
    stack.documents.push(document);
    stacks.set(key, stack);
  }
  const last = Number.POSITIVE_INFINITY;
  for (const stack of stacks.values()) {
    stack.documents.sort(
      (a, b) => (a.settings.bundlePosition ?? last) - (b.settings.bundlePosition ?? last) || 0,
    );
  }
  return [...stacks.values()].filter(({ documents: lying }) => lying.length > 1);
}

/** New positions, 1 for the first, after one document was moved; only what changes. */
export function movedInStack(stack: Stack, id: string, by: -1 | 1): { id: string; bundlePosition: number }[] {
  const order = stack.documents.map((document) => document.id);
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [];
  order.splice(to, 0, ...order.splice(from, 1));
  return order.flatMap((one, index) => {
    const before = stack.documents.find((document) => document.id === one)?.settings.bundlePosition;
    return before === index + 1 ? [] : [{ id: one, bundlePosition: index + 1 }];
  });
}
