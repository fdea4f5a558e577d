/** An HTTP server for what a real Prometheus cannot be made to say. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakePrometheus {
  readonly url: string;
  /** Every request so far: its form and headers. */
  readonly asked: { readonly path: string; readonly form: URLSearchParams; readonly headers: IncomingMessage['headers'] }[];
  /** The most requests that were open at one time. */
  readonly busiest: () => number;
  close(): Promise<void>;
}

export async function fakePrometheus(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<FakePrometheus> {
  const asked: FakePrometheus['asked'] = [];
  let open = 0;
  let busiest = 0;
  const server = createServer((request, response) => {
    open += 1;
    busiest = Math.max(busiest, open);
    response.once('close', () => {
      open -= 1;
    });
    let body = '';
    request.on('data', (data: Buffer) => {
      body += data.toString();
    });
    request.on('end', () => {
      asked.push({ path: request.url ?? '', form: new URLSearchParams(body), headers: request.headers });
      answer(response, request);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a listening TCP server has an address with a port
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    busiest: () => busiest,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers `body` as Prometheus would: JSON with status 200. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function vector(...values: readonly string[]): unknown {
  return { status: 'success', data: { resultType: 'vector', result: values.map((value) => ({ metric: {}, value: [1, value] })) } };
}
