import { parentPort, workerData } from 'node:worker_threads';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';

/**
 * The gateway on a thread of its own, as it is on a computer of its own in life: what it does must not hold up what
 * is measured. Says its addresses, and then, each time it is told a number, when it has taken that many orders.
 */
const port = parentPort;
if (port === null) throw new Error('the gateway must run as a worker thread');
const { latencyMs } = workerData as { latencyMs: number };
const fake = await startTrepstarServer({ latencyMs });
port.on('message', (many: number) => {
  void fake.waitFor(({ orders }) => orders.size >= many).then(() => port.postMessage('taken'));
});
const { orderUrl, statusUrl, login } = fake;
port.postMessage({ orderUrl, statusUrl, login });
