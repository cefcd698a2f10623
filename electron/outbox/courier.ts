import type { Result } from '../../shared/contract/result.ts';
import type { Wish } from '../db/queries/outboxSettle.ts';
import { mostReferences, type Found, type Gateway, type SendOutcome } from '../gateways/gateway.ts';

/** Carries the wishes of one account and kind. The dispatcher knows services only through this. */
export interface Courier {
  send(wish: Wish, signal: AbortSignal): Promise<SendOutcome>;
  /** Asks about several wishes in one call; answers by reference. A missing reference was not answered. */
  find(wishes: readonly Wish[], signal: AbortSignal): Promise<Result<Map<string, Found>>>;
  /** How many wishes one question may hold. */
  findLimit: number;
  /** Whether a question costs a status call of the account's budget. */
  costsCalls: boolean;
}

/** The courier for a kind of wish of an account; null when the account or the kind is unknown here. */
export type CourierFor = (kind: Wish['kind'], accountId: string) => Promise<Courier | null>;

/** Orders go through the TrepStar gateway (or its simulator). */
export function orderCourier(gateway: Gateway): Courier {
  return {
    send: (wish, signal) =>
      gateway.send({ invoice: wish.reference, body: wish.body, bodyHash: wish.bodyHash }, signal),
    find: (wishes, signal) =>
      gateway.find(
        wishes.map((wish) => wish.reference),
        signal,
      ),
    findLimit: mostReferences,
    costsCalls: true,
  };
}
