import type { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import type { RequestName } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/contract/result.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Handlers } from './handlers.ts';

export type AnyHandler = (input: unknown) => Promise<Result<unknown>>;
/** Told of bugs; must not throw. */
export type ReportBug = (where: string, error: unknown) => void;

/** Answers what comes through the door; the handlers may still be on their way. */
export type Answer = (name: unknown, args: readonly unknown[]) => Promise<Result<unknown>>;

/** @param handlers resolves when they exist; never rejects */
export const answerWith =
  (handlers: () => Promise<Partial<Handlers>>, reportBug: ReportBug): Answer =>
  async (name, args) => {
    if (!isRequestName(name)) return fail('bad-input', 'there is no such request');
    const handler = (await handlers())[name];
    return answerRequest(name, handler as AnyHandler | undefined, args, reportBug);
  };

const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(contract, name);

/**
 * Checks the arguments of a request, asks the handler, checks its answer. Never rejects: expected trouble is
 * in the Result, a bug becomes `internal` and goes to the log.
 */
export async function answerRequest(
  name: RequestName,
  handler: AnyHandler | undefined,
  args: readonly unknown[],
  reportBug: ReportBug,
): Promise<Result<unknown>> {
  try {
    if (args.length > 1) return fail('bad-input', 'more than one argument');
    if (!isPlain(args[0])) return fail('bad-input', 'not a plain value');
    const input = contract[name].input.safeParse(args[0]);
    if (!input.success) return fail('bad-input', firstIssue(input.error), fieldOf(input.error));
    if (handler === undefined) return fail('not-found', name);
    const result = await handler(input.data);
    if (!result.ok) return result;
    const output = contract[name].output.safeParse(result.value);
    if (output.success) return { ok: true, value: output.data };
    reportBug(`${name}: answer does not fit the contract`, new Error(firstIssue(output.error)));
    return fail('internal');
  } catch (error) {
    reportBug(name, error);
    return fail('internal');
  }
}

/** Dates, maps and bytes would pass for objects without a single known key. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** Where and what, without the offending value: it may hold a secret or a customer's data. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'unknown';
  return `${issue.path.map(String).join('.')}: ${issue.code}`;
}

function fieldOf(error: z.ZodError): { field?: string } {
  const field = error.issues[0]?.path.map(String).join('.') ?? '';
  return field === '' ? {} : { field };
}
