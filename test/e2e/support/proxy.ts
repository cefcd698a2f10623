import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy on loopback, as offices have one: it is asked with the whole address, and hands on. */
export interface Proxy {
  address: string;
  /** Method and address of what passed. */
  passed: string[];
  leave: () => Promise<void>;
  /** At the same address again. */
  comeBack: () => Promise<void>;
}

export async function startProxy(): Promise<Proxy> {
  const passed: string[] = [];
  const server = createServer((request, response) => {
    const { method, headers, url = '' } = request;
    passed.push(`${method} ${url}`);
    const onward = ask(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const listen = (at: number): Promise<void> => new Promise((done) => server.listen(at, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    passed,
    leave: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
    comeBack: () => listen(port),
  };
}
