import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import { newId } from '../../../shared/lib/newId.ts';
import { signatureOf, testType } from './event.ts';

interface Knocked {
  outcome: 'works' | 'unreachable' | 'wrongAnswer';
  detail: string;
}

const patience = 10_000;

/** An event of our own: signed as the service does it, answered, and changing nothing. */
function testEvent(): { body: string; headers: Record<string, string> } {
  const body = JSON.stringify({ eventId: `postroom-${newId()}`, eventType: testType, metadata: {} });
  return { body, headers: { 'content-type': 'application/json', 'x-tcgate-signature': signatureOf(body) } };
}

const judge = (status: number): Knocked =>
  status === 200 ? { outcome: 'works', detail: '' } : { outcome: 'wrongAnswer', detail: String(status) };

/** Straight to the listener, trusting its certificate and no other. */
function here(port: number, host: string, secret: string, certificate: string): Promise<Knocked> {
  const { body, headers } = testEvent();
  // A listener on every address of the computer is reached by the loopback one.
  const wanted = new X509Certificate(certificate).fingerprint256;
  const target = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return new Promise((resolve) => {
    const sent = request(
      {
        host: target,
        port,
        path: `/${secret}`,
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        ...(isIP(target) === 0 ? { servername: target } : {}),
        // Not by an authority but by its fingerprint, before a byte is sent.
        rejectUnauthorized: false,
        timeout: patience,
      },
      (answer) => {
        answer.resume();
        resolve(judge(answer.statusCode ?? 0));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => resolve({ outcome: 'unreachable', detail: error.message }));
    sent.on('socket', (socket) => {
      socket.once('secureConnect', () => {
        const shown = socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : '';
        if (shown === wanted) sent.end(body);
        else sent.destroy(new Error('another certificate'));
      });
    });
  });
}

/** The whole way round: out of this computer and back in through tunnel or proxy. */
async function outside(
  address: string,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Knocked> {
  const { body, headers } = testEvent();
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(address, { method: 'POST', body, headers, redirect: 'manual', signal });
    await answer.body?.cancel();
    return judge(answer.status);
  } catch (error) {
    // Some of fetch's messages quote the address, which is secret.
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'unreachable', detail: message.replaceAll(address, '…') };
  }
}

/** The two ways to try the receiver: from this computer, and through its public address. */
export const knock = { here, outside };
