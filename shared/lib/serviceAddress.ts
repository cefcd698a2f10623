const thisComputer: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host name means this computer. */
export const isThisComputer = (hostname: string): boolean => thisComputer.includes(hostname);

/**
 * Whether a secret may be sent to an address: over https, or over plain http to this computer, where nobody listens in
 * between.
 */
export const isSafeForSecrets = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
