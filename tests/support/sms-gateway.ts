import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { type LoopbackServer, serveOnLoopback } from './serve-on-loopback.ts';

export interface SentText {
  /** The ledger's id of the text. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** How long the server waits for the gateway in tests. */
export const GATEWAY_TIMEOUT_IN_MILLIS = 2_000;

/** Numbers that begin so are refused for themselves, or get no answer, until a test lifts it. */
export const REFUSED_PREFIX = '+1999';
export const SILENT_PREFIX = '+1888';
/** Numbers that begin so are answered late, but in time. */
export const SLOW_PREFIX = '+1777';
const SLOW_IN_MILLIS = 700;

/**
 * A gateway that records what it is sent: `POST` takes a text, `GET ?to=` lists those to a number, `DELETE ?to=` makes a refused
 * number work.
 */
export async function startSmsGateway(): Promise<LoopbackServer> {
  const texts: SentText[] = [];
  const working = new Set<string>();
  return serveOnLoopback(async (request, response) => {
    const to = new URL(request.url ?? '/', 'http://gateway').searchParams.get('to') ?? '';
    if (request.method === 'POST') {
      const message = await readText(request);
      const isBroken = !working.has(message.to);
      if (isBroken && message.to.startsWith(REFUSED_PREFIX)) {
        response.writeHead(422).end();
        return;
      }
      texts.push(message);
      if (isBroken && message.to.startsWith(SILENT_PREFIX)) return;
      if (message.to.startsWith(SLOW_PREFIX)) await delay(SLOW_IN_MILLIS);
      response.writeHead(202).end();
      return;
    }
    if (request.method === 'DELETE') working.add(to);
    const listed = to === '' ? texts : texts.filter((message) => message.to === to);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(listed));
  });
}

async function readText(request: IncomingMessage): Promise<SentText> {
  return JSON.parse(await text(request)) as SentText;
}
