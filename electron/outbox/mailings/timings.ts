/** How long a mailing waits for what; milliseconds. Tests shorten them. */
export interface MailingTimings {
  /** From an unknown outcome to the first question. */
  firstAsk: number;
  /** A "not found" sooner than this after the doubt began proves nothing. */
  grace: number;
  /** Between questions how the validation went. */
  watch: number;
  backoff: number;
  mostBackoff: number;
  /** A wrong login or a missing secret is tried anew this often. */
  loginRetry: number;
  /** No plan reaches further than this; longer ones show that the clock was set back. Above the longest Retry-After. */
  longestPlan: number;
}

export const usualMailingTimings: MailingTimings = {
  firstAsk: 2_000,
  grace: 30_000,
  watch: 4_000,
  backoff: 3_000,
  mostBackoff: 5 * 60_000,
  loginRetry: 60_000,
  longestPlan: 25 * 3_600_000,
};
