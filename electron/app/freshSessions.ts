/** Sessions that each carry one request at a time and hold no connection in between. */
export interface FreshSessions<S> {
  take: () => S;
  /** Its request has ended: it may carry another one as soon as it holds no connection. */
  giveBack: (session: S) => void;
}

/**
 * Chromium sends a request again by itself, POST included, when a connection that stood ready breaks before the answer.
 * Connections stand ready that nobody asked for: when connecting takes more than 250 ms a second attempt is begun and
 * its connection kept, and so is that of a request given up while connecting. `connection: close` does not prevent it.
 * Therefore a request goes over a session without any, and its session is emptied before it carries the next one.
 */
export function keepFresh<S extends { closeAllConnections(): Promise<void> }>(
  open: (number: number) => S,
  report: (error: unknown) => void,
): FreshSessions<S> {
  const free: S[] = [];
  let opened = 0;
  return {
    take: () => free.pop() ?? open((opened += 1)),
    giveBack: (session) => {
      // One that cannot be emptied is not used again.
      session.closeAllConnections().then(() => free.push(session), report);
    },
  };
}
