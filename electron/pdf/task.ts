import type { Facts } from '../../shared/mailings/facts.ts';
import type { PageLines } from '../../shared/mailings/letters.ts';
import type { RemedyOutcome, RemedyRequest } from '../../shared/mailings/remedy.ts';
import type { AppError } from '../../shared/contract/result.ts';

/** What the host asks of the child. Files go by path, so that the main process never holds them. */
export type Task =
  | { kind: 'ready' }
  | { kind: 'examine'; path: string }
  | { kind: 'lines'; path: string }
  /** `into` is a folder the child may write new files to. */
  | { kind: 'remedy'; path: string; into: string; request: RemedyRequest };

export type Answers = {
  ready: true;
  examine: Facts;
  lines: PageLines[];
  remedy: RemedyOutcome;
};

export type TaskMessage = { id: number; task: Task };
export type AnswerMessage =
  /** The child has started and turns to this task: its time runs from here. */
  | { id: number; begun: true }
  | { id: number; ok: true; value: Answers[Task['kind']] }
  | { id: number; ok: false; error: AppError };
