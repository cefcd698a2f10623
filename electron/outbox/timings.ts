/** How long the outbox waits for what; milliseconds. Tests shorten them. */
export interface Timings {
  /** From an unknown outcome to the first question. */
  firstAsk: number;
  /**
   * A "not found" sooner than this after the last byte may have left proves nothing: the request can still be on its
   * way at the service. Only a later one allows sending again.
   */
  grace: number;
  /**
   * The same after a crash or kill: nobody knows when the request left, so it may last as long as a request may (a
   * minute), and then the time of grace.
   */
  graceAfterCrash: number;
  /** Questions due within this time ride along in the same call. */
  rideAlong: number;
  /** How often a pause for want of a secret or keychain is tried anew. */
  keychainRetry: number;
  /** No plan reaches further than this; longer ones show that the clock was set back. */
  longestPlan: number;
  /** An outcome waits at most so long for others to be written with it. */
  unwritten: number;
  /** Pushes to the page are joined over this time. */
  coalesce: number;
}

export const usualTimings: Timings = {
  firstAsk: 2_000,
  grace: 30_000,
  graceAfterCrash: 90_000,
  rideAlong: 3_000,
  keychainRetry: 30_000,
  longestPlan: 61 * 60_000,
  unwritten: 200,
  coalesce: 200,
};
