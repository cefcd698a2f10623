import type { CheckedInput, Output, RequestName } from '../../shared/contract/contract.ts';
import type { OutboxSummary } from '../../shared/contract/outbox.ts';
import type { Push, PushName } from '../../shared/contract/pushes.ts';
import type { RefreshState } from '../../shared/contract/refresh.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import type { HandoverPart, SystemDesk } from './services.ts';
import type { DbClient } from '../db/client.ts';

/** What the outbox does for requests of the page. */
export interface OutboxPart {
  summary: () => Promise<OutboxSummary>;
  /** Tells page, dispatcher and refresh that items changed. */
  changed: (itemIds: readonly string[]) => void;
  setPaused: (paused: boolean) => Promise<void>;
  resumeAccount: (accountId: string) => void;
}

export interface RefreshPart {
  state: () => Promise<RefreshState>;
  now: () => Promise<Result<{ asked: number; changed: number }>>;
  /** Interval, budget, quiet hours or accounts changed. */
  plan: () => void;
}

/** Everything the handlers need; built once by startServices. */
export interface HandlerParts {
  db: DbClient;
  credentials: CredentialStore;
  now: () => number;
  /** In [0, 1). */
  random: () => number;
  outbox: OutboxPart;
  refresh: RefreshPart;
  desk: SystemDesk;
  handover: HandoverPart;
  testAccount: (input: CheckedInput<'accounts.test'>) => Promise<Result<Output<'accounts.test'>>>;
  /** The list of accounts changed: gateways are made anew. */
  accountsChanged: (accountId: string) => void;
  tell: <N extends PushName>(name: N, payload: Push<N>) => void;
}

export type Ask<N extends RequestName> = (input: CheckedInput<N>) => Promise<Result<Output<N>>>;
