import type { ErrorCode } from '../../shared/contract/result.ts';

/** What the worker thread is told when it begins. */
export interface WorkerSettings {
  folder: string;
  /** Tests only: a database that is soon full. */
  maxPages?: number;
}

export interface DbQuestion {
  id: number;
  name: string;
  args: unknown;
}

export type DbAnswer =
  | { id: number; ok: true; value: unknown; ms: number }
  | { id: number; ok: false; code: ErrorCode; message: string; field: string | undefined; ms: number };
