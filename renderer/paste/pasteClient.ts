import type { AppError } from '../../shared/contract/result.ts';
import type {
  CallName,
  FromWorker,
  NewSheet,
  PasteCalls,
  RowsAnswer,
  SheetState,
  ToWorker,
} from './protocol.ts';

type Answer<N extends CallName> = Awaited<ReturnType<PasteCalls[N]>>;

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** The page's end of the worker: typed calls, and news of changes. One for the life of the page. */
class PasteClient {
  onChanged: (version: number, rowCount: number) => void = () => undefined;
  /** A new sheet, before anything else of the page knows it. */
  onOpened: (state: SheetState) => void = () => undefined;
  onState: (state: SheetState) => void = () => undefined;
  onTrouble: (error: AppError) => void = () => undefined;
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #next = 1;
  #firstRows: RowsAnswer | null = null;

  /** Asks the worker, in order; rejects only when the worker has a bug. */
  call<N extends CallName>(call: N, ...args: Parameters<PasteCalls[N]>): Promise<Answer<N>> {
    const id = this.#next++;
    const message: ToWorker = { id, call, args };
    this.#start().postMessage(message);
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    }) as Promise<Answer<N>>;
  }

  /** A new sheet, with the rows that are seen first. */
  opened({ state, firstRows }: NewSheet): void {
    this.#firstRows = firstRows;
    this.onChanged(state.version, state.rowCount);
    this.onOpened(state);
  }

  /** The first rows as of `version`, where they came along with a new sheet. */
  came(version: number): RowsAnswer | null {
    return this.#firstRows?.version === version ? this.#firstRows : null;
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    this.#worker = new Worker(new URL('./pasteWorker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
    return this.#worker;
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'changed':
        return this.onChanged(message.version, message.rowCount);
      case 'state':
        return this.onState(message.state);
      case 'trouble':
        return this.onTrouble(message.error);
      case 'answer':
        this.#waiting.get(message.id)?.resolve(message.value);
        this.#waiting.delete(message.id);
        return;
      case 'failed':
        this.#waiting.get(message.id)?.reject(new Error(message.message));
        this.#waiting.delete(message.id);
        return;
    }
  }
}

export const client = new PasteClient();
