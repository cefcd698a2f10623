import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { Told } from './deafGatewayThread.ts';
import type { Fault, TrepstarServer } from './trepstarServer.ts';

/**
 * A TrepStar gateway that can be made deaf: connecting to it then takes until it hears again, as over a bad line. On a
 * thread of its own, which stands still meanwhile. Linux only: who is connecting is read from /proc.
 */
export interface DeafGateway extends Pick<TrepstarServer, 'origin' | 'orderUrl' | 'statusUrl' | 'login'> {
  deafen: () => Promise<void>;
  hear: () => void;
  /** How many connections to it are being attempted. */
  knocking: () => number;
  faultNext: (...faults: Fault[]) => Promise<void>;
  /** The invoice of each order that was sent, in order of arrival. */
  invoices: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** What a backlog of one lets wait at its door: one more is not answered at all. */
const crowd = 2;

export async function startDeafGateway(): Promise<DeafGateway> {
  const ears = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('deafGatewayThread.ts', import.meta.url), { workerData: { ears } });
  const heard = async <T>(): Promise<T> => ((await once(worker, 'message')) as [T])[0];
  const tell = <T>(told: Told): Promise<T> => {
    worker.postMessage(told);
    return heard<T>();
  };
  const addresses = await heard<Pick<TrepstarServer, 'origin' | 'orderUrl' | 'statusUrl' | 'login'>>();
  const { port } = new URL(addresses.origin);
  let waiting: ReturnType<typeof connect>[] = [];
  return {
    ...addresses,
    deafen: async () => {
      Atomics.store(ears, 0, 0);
      await tell('deafen');
      waiting = Array.from({ length: crowd }, () => connect(Number(port), '127.0.0.1'));
      for (const socket of waiting) socket.on('error', () => socket.destroy());
      await Promise.all(waiting.map((socket) => once(socket, 'connect')));
    },
    hear: () => {
      for (const socket of waiting.splice(0)) socket.destroy();
      Atomics.store(ears, 0, 1);
      Atomics.notify(ears, 0);
    },
    knocking: () => connecting(Number(port)),
    faultNext: async (...faults) => void (await tell({ faults })),
    invoices: () => tell('invoices'),
    close: async () => {
      worker.postMessage('close' satisfies Told);
      await once(worker, 'exit');
    },
  };
}

/** Connections to a port of this computer that have not been answered (SYN_SENT). */
function connecting(port: number): number {
  const there = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .filter((line) => {
      const [, , remote = '', state] = line.trim().split(/\s+/);
      return remote.endsWith(there) && state === '02';
    }).length;
}
