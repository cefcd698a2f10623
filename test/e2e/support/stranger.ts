import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that the page must never reach; it counts who knocks. */
export interface Stranger {
  address: string;
  /** Paths asked for so far. */
  knocks: string[];
  close: () => Promise<void>;
}

/** Starts it. Every path answers with a page, `/redirect` with a redirect to `/landed`. */
export async function startStranger(): Promise<Stranger> {
  const knocks: string[] = [];
  const server = createServer((request, response) => {
    knocks.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    if (request.url === '/redirect') response.writeHead(302, { location: '/landed' }).end();
    else response.setHeader('content-type', 'text/html').end('<title>stranger</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    knocks,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
