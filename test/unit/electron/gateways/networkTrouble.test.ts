import { describe, expect, it } from 'vitest';
import { readTrouble } from '../../../../electron/gateways/networkTrouble.ts';

const node = (code: string, syscall?: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
const electron = (code: string) => new Error(`net::${code}`);

describe('proven that no byte left', () => {
  it.each([
    ['a name Node cannot resolve', node('ENOTFOUND', 'getaddrinfo'), 'dns'],
    ['a resolver that is away', node('EAI_AGAIN', 'getaddrinfo'), 'dns'],
    ['a refused connection', node('ECONNREFUSED', 'connect'), 'connection-lost'],
    ['a connect that takes too long', node('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    ['a connect time-out of the system', node('ETIMEDOUT', 'connect'), 'timeout'],
    ['no route while connecting', node('ENETUNREACH', 'connect'), 'offline'],
    ['a self-signed certificate', node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    ['an old certificate', node('CERT_HAS_EXPIRED'), 'tls'],
    ['a name that does not fit', node('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    ['a name Electron cannot resolve', electron('ERR_NAME_NOT_RESOLVED'), 'dns'],
    ['a connection refused to Electron', electron('ERR_CONNECTION_REFUSED'), 'connection-lost'],
    ['a certificate Electron does not trust', electron('ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    ['a proxy that is away', electron('ERR_PROXY_CONNECTION_FAILED'), 'connection-lost'],
  ])('%s', (_name, error, cause) => {
    expect(readTrouble(error)).toMatchObject({ cause, bodyLeft: 'no' });
  });

  it('two addresses tried and both refused', () => {
    const both = Object.assign(new AggregateError([node('ECONNREFUSED', 'connect')]), {
      code: 'ECONNREFUSED',
    });
    expect(readTrouble(new TypeError('fetch failed', { cause: both }))).toMatchObject({ bodyLeft: 'no' });
  });
});

describe('it may have left', () => {
  it.each([
    ['a reset', node('ECONNRESET', 'read'), 'connection-lost'],
    ['a broken pipe', node('EPIPE', 'write'), 'connection-lost'],
    ['a closed socket', node('UND_ERR_SOCKET'), 'connection-lost'],
    ['late headers', node('UND_ERR_HEADERS_TIMEOUT'), 'timeout'],
    ['a read time-out of the system', node('ETIMEDOUT', 'read'), 'timeout'],
    ['a reset in Electron', electron('ERR_CONNECTION_RESET'), 'connection-lost'],
    ['an empty response', electron('ERR_EMPTY_RESPONSE'), 'connection-lost'],
    ['a time-out that says not when', electron('ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    ['the network going away', electron('ERR_INTERNET_DISCONNECTED'), 'offline'],
    ['the network changing', electron('ERR_NETWORK_CHANGED'), 'offline'],
    ['a TLS error that says not when', electron('ERR_SSL_PROTOCOL_ERROR'), 'tls'],
    ['a redirect', new Error('Redirect was cancelled'), 'captive-portal'],
    ['an error without a code', new Error('odd'), 'connection-lost'],
    ['no error at all', undefined, 'connection-lost'],
  ])('%s', (_name, error, cause) => {
    expect(readTrouble(error)).toMatchObject({ cause, bodyLeft: 'maybe' });
  });
});

it('does not follow a chain without end', () => {
  const loop: { cause?: unknown } = {};
  loop.cause = loop;
  expect(readTrouble(loop).bodyLeft).toBe('maybe');
});
