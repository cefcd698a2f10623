import { fail, type Result } from '../../shared/contract/result.ts';
import { DbError } from '../db/dbError.ts';

/** Runs a handler's work; trouble of the database becomes its code, anything else stays a bug and is thrown on. */
export async function guard<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (reason) {
    if (!(reason instanceof DbError) || reason.code === 'internal') throw reason;
    return fail(reason.code, reason.message, reason.field === undefined ? {} : { field: reason.field });
  }
}

/** Wraps every handler of a subject with guard. */
export function guarded<H extends Record<string, (input: never) => Promise<Result<unknown>>>>(
  handlers: H,
): H {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: never) => guard(() => handler(input)),
  ]);
  return Object.fromEntries(wrapped) as H;
}
