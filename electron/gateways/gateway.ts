import type { ErrorCode, Result } from '../../shared/contract/result.ts';
import type { OrderStatus } from '../../shared/orders/status.ts';

/** One thing to be sent, fixed in the outbox before the first byte leaves. Never holds a credential. */
export interface Wish {
  /** The key of the wish: the invoice. */
  invoice: string;
  /** The exact urlencoded body without credentials (encodeOrder). */
  body: string;
  /** SHA-256 of `body`, hex. */
  bodyHash: string;
}

/** What became of an attempt. `raw` is the service's answer with secrets blanked. */
export type SendOutcome =
  | { kind: 'accepted'; raw: string; reference: string }
  | { kind: 'refused'; code: string; message: string; field?: string; raw: string }
  /** It may have arrived: ask (`find`) before sending again. */
  | { kind: 'unknown'; cause: ErrorCode; detail: string; raw?: string; retryAfter?: number }
  /** Proven that the service did not take it: sending again later is safe. `retryAfter` in seconds. */
  | { kind: 'not-sent'; cause: ErrorCode; detail: string; retryAfter?: number };

/** Whether the service knows a reference. */
export interface Found {
  reference: string;
  found: boolean;
  /** Whom the order there is for; '' when the service does not say. */
  customerName: string;
  raw: string;
}

/** What the service says about one order. Empty strings where it says nothing. */
export interface StatusReport {
  invoice: string;
  found: boolean;
  status: OrderStatus;
  rawStatus: string;
  errNum: number;
  errDesc: string;
  customerName: string;
  /** A calendar date without a time zone, yyyy-mm-dd; may be in the future. */
  shipDate: string | null;
  shippingMethod: string;
  trackingId: string;
  raw: string;
}

/** The answer of a connection test, in facts; the page makes the sentence. */
export type ConnectionReport =
  | { kind: 'works' }
  | { kind: 'wrong-login'; detail: string }
  | { kind: 'trouble'; cause: ErrorCode; detail: string };

/**
 * So many references one `find` or `refresh` may hold: "The limit is 100 invoices. Only the first 100 invoices in the list
 * will be checked." (document, getOrderStatusByInvoice)
 */
export const mostReferences = 100;

/**
 * What orders ask of a service; TrepStar and its simulator speak it. Every method resolves; it rejects only for bugs.
 * A reference that is missing from a Map was not answered: nothing is known about it.
 */
export interface Gateway {
  send(wish: Wish, signal: AbortSignal): Promise<SendOutcome>;
  find(references: readonly string[], signal: AbortSignal): Promise<Result<Map<string, Found>>>;
  refresh(references: readonly string[], signal: AbortSignal): Promise<Result<Map<string, StatusReport>>>;
  test(signal: AbortSignal): Promise<ConnectionReport>;
}
