import type { CheckedInput, Output, RequestName } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/result.ts';

/** One function per contract entry. It resolves with a Result; it rejects only for bugs. */
export type Handlers = {
  [N in RequestName]: (input: CheckedInput<N>) => Promise<Result<Output<N>>>;
};
