import type { Input, Output, RequestName } from './contract.ts';
import type { FirstLook } from './firstLook.ts';
import type { Push, PushName } from './pushes.ts';
import type { Result } from './result.ts';

type Subject = RequestName extends `${infer S}.${string}` ? S : never;
type Verb<S extends string> = RequestName extends infer N ? (N extends `${S}.${infer V}` ? V : never) : never;
type NameOf<S extends string, V extends string> = Extract<`${S}.${V}`, RequestName>;

/** The page hands over File objects of a drop: the preload alone knows their paths, so the page can name no other file. */
type IntakeFiles = (files: readonly unknown[]) => Promise<Result<Output<'mailings.intake'>>>;

/** What the preload puts on `window.postroom`: one function per contract entry, `window.postroom.orders.get({ id })`. */
export type Api = {
  [S in Subject]: {
    [V in Verb<S>]: `${S}.${V}` extends 'mailings.intake'
      ? IntakeFiles
      : (
          ...input: undefined extends Input<NameOf<S, V>> ? [] : [input: Input<NameOf<S, V>>]
        ) => Promise<Result<Output<NameOf<S, V>>>>;
  };
} & {
  /** What is known before the database is open; null = nothing yet. */
  firstLook: () => FirstLook | null;
  /** Listens to one push; the answer stops listening. */
  on: <N extends PushName>(name: N, listener: (payload: Push<N>) => void) => () => void;
};
