import type { AnswerMessage, TaskMessage } from './task.ts';

/** The little a host needs of a child process. */
export type ChildPort = {
  send(message: TaskMessage): void;
  onMessage(heard: (message: AnswerMessage) => void): void;
  onExit(heard: () => void): void;
  kill(): void;
  /** Resident bytes; 0 when unknown. */
  memory(): Promise<number>;
};
export type SpawnChild = () => ChildPort;

/**
 * Old-space limit of a child in megabytes (buffers outside of it are watched by the host), and room for
 * short-lived objects, of which parsing makes many.
 */
export const childFlags = ['--max-old-space-size=512', '--max-semi-space-size=32'] as const;
