import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isLoopbackHost } from '../http/loopback-host.ts';
import { listenOnLoopback } from '../http/port.ts';
import { inboxPage } from './inbox-page.ts';
import { parseSms, type SmsMessage } from './sms.ts';

const KEPT_MESSAGES = 500;
const LARGEST_BODY_IN_BYTES = 16 * 1024;

export interface Inbox {
  /** Where the page is, where messages are posted and read, and what DELETE empties. */
  readonly url: string;
  /** The newest last. */
  readonly messages: () => readonly SmsMessage[];
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

export interface InboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly now?: () => Date;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Takes the place of an SMS gateway: keeps the last 500 messages that the server sent and shows them.
 *
 * It has no CORS headers, takes only `application/json`, and answers only to loopback names: a web page that is open in the
 * same browser can neither read nor write it.
 * @throws Problem when the port is taken
 */
export async function startInbox({ port, now = () => new Date() }: InboxOptions): Promise<Inbox> {
  let messages: readonly SmsMessage[] = [];

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (!isLoopbackHost(request.headers.host)) return refusal(403, 'The inbox answers only to this machine.');
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return wantsPage(request) ? page(messages) : json(messages);
      case 'POST':
        return receive(request);
      case 'DELETE':
        messages = [];
        return { status: 204 };
      default:
        return refusal(405, 'The inbox knows GET, POST and DELETE.', { allow: 'GET, HEAD, POST, DELETE' });
    }
  }

  async function receive(request: IncomingMessage): Promise<Answer> {
    if (!isJson(request)) return refusal(415, 'The content type must be application/json.');
    const body = await readBody(request);
    if (body === undefined) return refusal(400, `The body must not be larger than ${LARGEST_BODY_IN_BYTES} bytes.`);
    const sms = parseSms(body);
    if (!sms.ok) return refusal(400, sms.reason);
    messages = [...messages, { to: sms.to, text: sms.text, at: now().toISOString() }].slice(-KEPT_MESSAGES);
    return { status: 204 };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (result) => send(response, result),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server, { port, use: 'the SMS inbox' })}/`;
  return {
    url,
    messages: () => messages,
    clear: () => {
      messages = [];
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function page(messages: readonly SmsMessage[]): Answer {
  const { html, contentSecurityPolicy } = inboxPage(messages, randomBytes(16).toString('base64'));
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy };
  return { status: 200, headers, body: html };
}

function json(value: unknown): Answer & { readonly body: string } {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(value)}\n` };
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const { headers: jsonHeaders, body } = json({ message });
  return { status, headers: { ...jsonHeaders, ...headers }, body };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept',
    ...headers,
  });
  response.end(body);
}

function wantsPage(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/html') === true;
}

/** A web page can send `text/plain` and forms to any address without asking; for JSON its browser asks first, and is not answered. */
function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the sender reads the answer and not a broken connection.
    if (size <= LARGEST_BODY_IN_BYTES) chunks.push(chunk);
  }
  return size > LARGEST_BODY_IN_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}
