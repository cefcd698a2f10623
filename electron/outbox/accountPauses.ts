import type { ErrorCode } from '../../shared/contract/result.ts';

export interface Pause {
  accountId: string;
  /** null = until a person mends it (the account is saved again). */
  until: number | null;
  code: ErrorCode;
}

export interface AccountPauses {
  /** Pauses an account; a shorter pause never replaces a longer one. */
  pause(accountId: string, until: number | null, code: ErrorCode): void;
  /** The pause that holds now, if any. */
  of(accountId: string, now: number): Pause | null;
  end(accountId?: string): void;
  /** Network pauses end when the network is back. */
  endNetwork(): void;
  list(now: number): Pause[];
  /** Failures in a row, for the backoff; 0 after a good answer. */
  failed(accountId: string): number;
  worked(accountId: string): void;
}

const network: readonly ErrorCode[] = [
  'offline',
  'dns',
  'tls',
  'timeout',
  'connection-lost',
  'captive-portal',
];

/** Which accounts rest, and why. 429, Retry-After and missing secrets pause the account, not the row. */
export function createAccountPauses(): AccountPauses {
  const pauses = new Map<string, Pause>();
  const failures = new Map<string, number>();
  const current = (accountId: string, now: number): Pause | null => {
    const pause = pauses.get(accountId);
    if (pause === undefined) return null;
    if (pause.until === null || pause.until > now) return pause;
    pauses.delete(accountId);
    return null;
  };
  return {
    pause: (accountId, until, code) => {
      const before = pauses.get(accountId);
      if (before !== undefined && before.until === null) return;
      if (before !== undefined && until !== null && (before.until ?? 0) > until) return;
      pauses.set(accountId, { accountId, until, code });
    },
    of: current,
    end: (accountId) => {
      if (accountId === undefined) return pauses.clear();
      pauses.delete(accountId);
      failures.delete(accountId);
    },
    endNetwork: () => {
      for (const pause of pauses.values()) if (network.includes(pause.code)) pauses.delete(pause.accountId);
    },
    list: (now) => [...pauses.keys()].flatMap((accountId) => current(accountId, now) ?? []),
    failed: (accountId) => {
      const count = (failures.get(accountId) ?? 0) + 1;
      failures.set(accountId, count);
      return count;
    },
    worked: (accountId) => {
      failures.delete(accountId);
    },
  };
}
