import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SentText {
  readonly to: string;
  readonly text: string;
}

export interface SmsGateway {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** How long the server waits for the gateway in tests. */
export const GATEWAY_TIMEOUT_IN_MILLIS = 2_000;

/** Numbers that begin so are refused, or get no answer, until a test lifts it. */
export const REFUSED_PREFIX = '+1999';
export const SILENT_PREFIX = '+1888';

/**
 * A gateway that records what it is sent: `POST` takes a text, `GET ?to=` lists those to a number, `DELETE ?to=` makes a refused
 * number work.
 */
export async function startSmsGateway(): Promise<SmsGateway> {
  const texts: SentText[] = [];
  const working = new Set<string>();
  const server = createServer(async (request, response) => {
    const to = new URL(request.url ?? '/', 'http://gateway').searchParams.get('to') ?? '';
    if (request.method === 'POST') {
      const message = await readText(request);
      const isBroken = !working.has(message.to);
      if (isBroken && message.to.startsWith(REFUSED_PREFIX)) {
        response.writeHead(503).end();
        return;
      }
      texts.push(message);
      if (isBroken && message.to.startsWith(SILENT_PREFIX)) return;
      response.writeHead(202).end();
      return;
    }
    if (request.method === 'DELETE') working.add(to);
    const listed = to === '' ? texts : texts.filter((message) => message.to === to);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(listed));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<SentText> {
  return JSON.parse(await text(request)) as SentText;
}
