import { errorCodes } from '../../shared/contract/result.ts';
import type { ErrorCode } from '../../shared/contract/result.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';
import type { Work } from './lifecycle.ts';

/** What a start came to: work that runs, or the reason why there is none. */
export type StartOutcome<W> =
  { running: true; work: W } | { running: false; code: ErrorCode; detail: string };

export interface WorkHolder<W> {
  /** The present work, once it has started or failed to. Never rejects. */
  current: () => Promise<StartOutcome<W>>;
  /** Stops, does something in between while nothing is open, and starts again. Rejects as `between` does. */
  restart: (between: () => Promise<void>) => Promise<void>;
  /** Stops for good. */
  stop: () => Promise<void>;
}

/**
 * Holds the work behind the windows, so that it can be stopped and begun anew without a new process.
 * @param when the first beginning waits for this
 */
export function holdWork<W extends Work>(
  begin: () => Promise<W>,
  onTrouble: (what: string, error: unknown) => void,
  when: Promise<void> = Promise.resolve(),
): WorkHolder<W> {
  const start = (): Promise<StartOutcome<W>> =>
    begin().then(
      (work) => ({ running: true, work }),
      (error: unknown) => {
        onTrouble('start', error);
        return { running: false, ...troubleOf(error) };
      },
    );
  let present = when.then(start);
  const stopPresent = async (): Promise<void> => {
    const outcome = await present;
    if (outcome.running) await outcome.work.stop();
  };
  return {
    current: () => present,
    stop: stopPresent,
    restart: (between) => {
      const stopped = stopPresent().then(between);
      // Whatever happened in between: the user gets a running app again.
      present = stopped.then(start, start);
      return stopped.then(async () => void (await present));
    },
  };
}

/** The code an error carries (a DbError does), or `internal`. */
function troubleOf(error: unknown): { code: ErrorCode; detail: string } {
  const code = systemCode(error);
  const known = errorCodes.find((each) => each === code);
  // A bug's message may quote data; its place is the log.
  const detail = known !== undefined && error instanceof Error ? error.message : '';
  return { code: known ?? 'internal', detail };
}
