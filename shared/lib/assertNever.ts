/** The end of an exhaustive switch: a new case that nobody handled fails to compile, and throws if data lied. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
