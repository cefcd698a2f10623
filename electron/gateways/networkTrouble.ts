import type { ErrorCode } from '../../shared/contract/result.ts';

/** What a failed exchange proves: `no` = no byte of the body left this computer; `maybe` = it may have arrived. */
export interface Trouble {
  cause: ErrorCode;
  bodyLeft: 'no' | 'maybe';
  /** The network layer's own code, e.g. ECONNREFUSED or net::ERR_CERT_DATE_INVALID. */
  detail: string;
}

/**
 * Codes that can only come up before a connection stands, so that nothing was sent. Left out on purpose, because
 * they also come up later: resets, ERR_TIMED_OUT, ERR_CONNECTION_TIMED_OUT (a read time-out of the system has
 * that name too), ERR_ADDRESS_UNREACHABLE, ERR_INTERNET_DISCONNECTED, ERR_NETWORK_CHANGED, ERR_SSL_PROTOCOL_ERROR.
 */
const before: readonly [RegExp, ErrorCode][] = [
  [/^net::ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_\w+)$/, 'dns'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_FAIL|ENODATA)$/, 'dns'],
  [/^net::ERR_CERT_\w+$/, 'tls'],
  [/^net::ERR_SSL_(VERSION_OR_CIPHER_MISMATCH|OBSOLETE_CIPHER|UNRECOGNIZED_NAME_ALERT)$/, 'tls'],
  [/^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/, 'tls'],
  [/^(ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/, 'tls'],
  [/^net::ERR_(CONNECTION_REFUSED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED)$/, 'connection-lost'],
  [/^net::ERR_(PROXY_CERTIFICATE_INVALID|MANDATORY_PROXY_CONFIGURATION_FAILED)$/, 'connection-lost'],
  [/^ECONNREFUSED$/, 'connection-lost'],
  [/^UND_ERR_CONNECT_TIMEOUT$/, 'timeout'],
];

const later: readonly [RegExp, ErrorCode][] = [
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|ENETUNREACH|ENETDOWN|NETWORK_IO_SUSPENDED/, 'offline'],
  [/TIMED_OUT|TIMEOUT|ETIMEDOUT/, 'timeout'],
  [/SSL|EPROTO|TLS/, 'tls'],
  [/redirect/i, 'captive-portal'],
];

interface Coded {
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  errors?: unknown;
  message?: unknown;
}

/** The error and what lies beneath it; an AggregateError (two addresses tried) counts as its parts. */
function layers(error: unknown): Coded[] {
  const found: Coded[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const coded: Coded = current;
    found.push(coded);
    current = coded.cause;
  }
  return found;
}

function nameOf(coded: Coded): string {
  if (typeof coded.code === 'string') return coded.code;
  const text = typeof coded.message === 'string' ? coded.message : '';
  return /net::ERR_\w+/.exec(text)?.[0] ?? (/redirect/i.test(text) ? 'redirect' : '');
}

/** Reads a rejection of fetch, Node's or Electron's. Whatever is not proven harmless is `maybe`. */
export function readTrouble(error: unknown): Trouble {
  const chain = layers(error);
  const deepest = chain.findLast((coded) => nameOf(coded) !== '');
  const detail = deepest === undefined ? 'the connection broke' : nameOf(deepest);
  // Node: these system calls come before the connection stands, whatever their error.
  const connecting = chain.some((coded) => coded.syscall === 'connect' || coded.syscall === 'getaddrinfo');
  const known = before.find(([pattern]) => pattern.test(detail));
  if (known !== undefined) return { cause: known[1], bodyLeft: 'no', detail };
  const cause = later.find(([pattern]) => pattern.test(detail))?.[1] ?? 'connection-lost';
  return { cause, bodyLeft: connecting ? 'no' : 'maybe', detail };
}
