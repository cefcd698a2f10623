import { parentPort, workerData } from 'node:worker_threads';
import { startTrepstarServer, type Fault } from './trepstarServer.ts';

const port = parentPort;
if (port === null) throw new Error('the gateway must run as a worker thread');
const { ears } = workerData as { ears: Int32Array };
const fake = await startTrepstarServer({ backlog: 1 });

export type Told = { faults: Fault[] } | 'deafen' | 'invoices' | 'close';
port.on('message', (told: Told) => {
  if (told === 'deafen') {
    port.postMessage('deaf');
    Atomics.wait(ears, 0, 0); // until the test says otherwise: nothing is accepted, nothing read
  } else if (told === 'invoices') {
    port.postMessage(
      fake.requests.filter(({ kind }) => kind === 'order').map(({ fields }) => fields.get('Invoice') ?? ''),
    );
  } else if (told === 'close') {
    void fake.close().then(() => port.close());
  } else {
    fake.faultNext(...told.faults);
    port.postMessage('faults');
  }
});
const { origin, orderUrl, statusUrl, login } = fake;
port.postMessage({ origin, orderUrl, statusUrl, login });
