import type { CheckedInput, Output, RequestName } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';

/** One function per contract entry. It resolves with a Result; it rejects only for bugs. */
export type Handler<N extends RequestName> = (input: CheckedInput<N>) => Promise<Result<Output<N>>>;

/** The whole map the door registers; a missing entry is a type error. */
export type Handlers = { [N in RequestName]: Handler<N> };

/** The handlers of one subject, e.g. `HandlersOf<'orders'>`. */
export type HandlersOf<S extends string> = { [N in Extract<RequestName, `${S}.${string}`>]: Handler<N> };
