import type { ShowNotice } from '../../shared/lib/notice.ts';
import type { Push, PushName } from '../../shared/contract/pushes.ts';
import type { ErrorCode, Result } from '../../shared/contract/result.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import type { SpawnChild } from '../pdf/spawnChild.ts';
import type { Logger } from '../log/logger.ts';
import type { Handlers } from './handlers.ts';

/** The system's dialog and browser. */
export interface SystemDesk {
  /** Asks where to save; null = cancelled. Begins in the folder used last. */
  chooseSaveFile: (suggestedName: string) => Promise<string | null>;
  /** Prints a document of ours as a PDF. */
  printPdf: (html: string) => Promise<Uint8Array>;
  /** Asks for PDF files; [] = cancelled. */
  chooseFiles: () => Promise<string[]>;
  /** Asks for a certificate or key; null = cancelled. */
  chooseKeyFile: () => Promise<string | null>;
  writeClipboard: (text: string) => void;
  /** Asks for a folder; null = cancelled. */
  chooseFolder: () => Promise<string | null>;
  /** Opens a carrier's page in the browser; throws for any host that is not a carrier's. */
  openExternal: (url: string) => Promise<void>;
}

/** Large texts on their way past the page's own thread; each token is good for one request of the page's worker. */
export interface HandoverPart {
  /** To be fetched; `body` is asked for when they are. */
  give: (body: () => Uint8Array<ArrayBuffer>) => string;
  /** To be posted, at most `most` bytes. */
  take: (most: number, receive: (body: Uint8Array) => Promise<Result<void>>) => string;
}

/** What the shell hands to the services when they start. */
export interface ServicesPlan {
  dataFolder: string;
  /** The database worker's program, beside main.cjs. */
  workerFile: string;
  /** Electron's fetch: system proxy and certificates. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  credentials: CredentialStore;
  /** Tells every page. */
  tell: <N extends PushName>(name: N, payload: Push<N>) => void;
  notify: ShowNotice;
  /** What the system says; a hint only: loopback and the practice account work without a network. */
  isOnline: () => boolean;
  desk: SystemDesk;
  handover: HandoverPart;
  /** Starts a child for preflight. */
  spawnPreflight: SpawnChild;
  /** BCP 47, from the system. */
  locale: string;
  log: Logger;
}

/** What the shell needs of the running services. */
export interface Services {
  /** Every request but those of the subject `app`. */
  handlers: Partial<Handlers>;
  /** Damage found and mended at the start. */
  trouble: { code: string; detail: string } | null;
  /** After sleep, and on coming online: try again what waits, refresh. */
  wake: (reason: 'resume' | 'online' | 'offline') => void;
  /** PDFs of "Open with", a second start or the dock. */
  openFiles: (paths: readonly string[]) => Promise<void>;
  /** Path of an archived document, by `<sha256>.pdf`; null when there is none. */
  documentFor: (rest: string) => Promise<string | null>;
  backups: () => Promise<{ fileName: string; at: number; bytes: number }[]>;
  backup: () => Promise<{ fileName: string }>;
  /** Counts for the diagnostics, one fact a line; no customer data. */
  facts: () => Promise<string[]>;
  /** Takes nothing more into sending, waits for what is on its way, closes the database. */
  stop: () => Promise<void>;
}

/** What a start came to: running services, or the reason why there are none. */
export type ServicesOutcome =
  { running: true; work: Services } | { running: false; code: ErrorCode; detail: string };

/** The services behind the windows; they can be stopped and begun anew without a new process. */
export interface ServicesHolder {
  /** The present ones, once they have started or failed to. Never rejects. */
  current: () => Promise<ServicesOutcome>;
  /** Stops, does something while nothing is open, and starts again. Rejects as `between` does. */
  restart: (between: () => Promise<void>) => Promise<void>;
}
