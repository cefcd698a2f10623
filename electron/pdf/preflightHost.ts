import { fail, type Result } from '../../shared/contract/result.ts';
import type { Facts } from '../../shared/mailings/facts.ts';
import { preflightTimeLimit } from '../../shared/mailings/limits.ts';
import type { PageLines } from '../../shared/mailings/letters.ts';
import type { RemedyOutcome, RemedyRequest } from '../../shared/mailings/remedy.ts';
import type { ChildPort, SpawnChild } from './spawnChild.ts';
import type { AnswerMessage, Answers, Task } from './task.ts';

/** Preflight as the use-cases see it. Every answer comes, whatever the file does to the child. */
export type Preflight = {
  /** Facts of an archived file. `timeout`: it took too long; `file-unreadable`: the child died of it. */
  examine(path: string): Promise<Result<Facts>>;
  /** Text by line of every page (to find addresses). */
  lines(path: string): Promise<Result<PageLines[]>>;
  /** New files in the folder `into`; the original is not touched. */
  remedy(path: string, into: string, request: RemedyRequest): Promise<Result<RemedyOutcome>>;
  /** Starts the children before they are needed. */
  warm(): Promise<void>;
  close(): void;
};

export type PreflightOptions = {
  spawn: SpawnChild;
  /** How many children at once; 2 is enough for two cores. */
  children?: number;
  /** Milliseconds for an examination, from the moment the child turns to it. */
  timeLimit?: number;
  /** Milliseconds for a child to start; a busy machine may take long, and that is not the file's fault. */
  startLimit?: number;
  /** Milliseconds for a remedy, which may re-encode pictures. */
  remedyTimeLimit?: number;
  /** Milliseconds without work after which a grown child is exchanged for a fresh one. */
  restAfter?: number;
  /** Resident bytes beyond which a resting child counts as grown. */
  restMemory?: number;
  /** Resident bytes after which a child is ended. */
  memoryLimit?: number;
};

type Job = { task: Task; settle: (answer: Result<Answers[Task['kind']]>) => void };
type Watch = { begin: () => void; stop: () => void };
type Seat = { port: ChildPort | null; job: Job | null; id: number; tasks: number; watch: Watch | null };

/** A child is replaced after so many files: the memory of PDFium only grows. */
const retireAfter = 400;
const megabyte = 1024 * 1024;
/** Children that have nothing to do for this long are looked at, and exchanged when they have grown beyond this. */
const restAfter = 3_000;
const restMemory = 140 * megabyte;

/** A small pool of children that are killed when they take too long or too much memory. */
export function createPreflight(options: PreflightOptions): Preflight {
  const limits = {
    start: options.startLimit ?? 60_000,
    time: options.timeLimit ?? preflightTimeLimit,
    remedy: options.remedyTimeLimit ?? 60_000,
    memory: options.memoryLimit ?? 900 * megabyte,
  };
  const seats: Seat[] = Array.from({ length: options.children ?? 2 }, () => ({
    port: null,
    job: null,
    id: 0,
    tasks: 0,
    watch: null,
  }));
  const queue: Job[] = [];
  let closed = false;
  let warmed = false;
  let resting: NodeJS.Timeout | null = null;

  const release = (seat: Seat): void => {
    seat.watch?.stop();
    seat.watch = null;
    seat.port?.kill();
    seat.port = null;
    seat.tasks = 0;
  };

  const finish = (seat: Seat, answer: Result<Answers[Task['kind']]>): void => {
    const { job } = seat;
    seat.job = null;
    seat.watch?.stop();
    seat.watch = null;
    if (seat.tasks >= retireAfter) release(seat);
    job?.settle(answer);
    give();
    if (seats.every((one) => one.job === null)) rest();
  };

  /** After a pile of large files the memory goes back, and fresh children wait for the next. */
  const rest = (): void => {
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      for (const seat of seats) {
        const { port } = seat;
        void port?.memory().then((bytes) => {
          if (closed || seat.job !== null || seat.port !== port) return;
          if (bytes <= (options.restMemory ?? restMemory)) return;
          release(seat);
          if (warmed) void ask({ kind: 'ready' });
        });
      }
    }, options.restAfter ?? restAfter);
    resting.unref();
  };

  const open = (seat: Seat): ChildPort => {
    const port = options.spawn();
    seat.port = port;
    port.onMessage((message: AnswerMessage) => {
      if (seat.port !== port || message.id !== seat.id || !seat.job) return;
      if ('begun' in message) seat.watch?.begin();
      else
        finish(seat, message.ok ? { ok: true, value: message.value } : { ok: false, error: message.error });
    });
    port.onExit(() => {
      if (seat.port !== port) return;
      seat.port = null;
      seat.tasks = 0;
      if (seat.job) finish(seat, fail('file-unreadable', 'stopped'));
    });
    return port;
  };

  const watch = (seat: Seat, task: Task): Watch => {
    const end = (answer: Result<never>): void => {
      release(seat);
      finish(seat, answer);
    };
    const endAfter = (limit: number): NodeJS.Timeout => setTimeout(() => end(fail('timeout')), limit);
    let clock = endAfter(limits.start);
    const memory = setInterval(() => {
      void seat.port?.memory().then((bytes) => {
        if (bytes > limits.memory && seat.job?.task === task) end(fail('file-unreadable', 'memory'));
      });
    }, 200);
    return {
      begin: () => {
        clearTimeout(clock);
        clock = endAfter(task.kind === 'remedy' ? limits.remedy : limits.time);
      },
      stop: () => {
        clearTimeout(clock);
        clearInterval(memory);
      },
    };
  };

  const give = (): void => {
    for (const seat of seats) {
      if (seat.job || closed) continue;
      const job = queue.shift();
      if (!job) return;
      seat.job = job;
      seat.id++;
      seat.tasks++;
      seat.watch = watch(seat, job.task);
      try {
        (seat.port ?? open(seat)).send({ id: seat.id, task: job.task });
      } catch (error) {
        // No process to be had: this file is not checked, the next may be.
        const why = error instanceof Error ? error.message : 'no child';
        queueMicrotask(() => seat.job === job && finish(seat, fail('internal', why)));
      }
    }
  };

  const ask = <K extends Task['kind']>(task: Task & { kind: K }): Promise<Result<Answers[K]>> =>
    new Promise((resolve) => {
      if (closed) {
        resolve(fail('cancelled'));
        return;
      }
      // The child answers a task with the value of its kind.
      queue.push({ task, settle: (answer) => resolve(answer as Result<Answers[K]>) });
      give();
    });

  return {
    examine: (path) => ask({ kind: 'examine', path }),
    lines: (path) => ask({ kind: 'lines', path }),
    remedy: (path, into, request) => ask({ kind: 'remedy', path, into, request }),
    warm: async () => {
      warmed = true;
      await Promise.all(seats.map(() => ask({ kind: 'ready' })));
    },
    close: () => {
      closed = true;
      if (resting !== null) clearTimeout(resting);
      for (const job of queue.splice(0)) job.settle(fail('cancelled'));
      for (const seat of seats) {
        const { job } = seat;
        seat.job = null;
        release(seat);
        job?.settle(fail('cancelled'));
      }
    },
  };
}
