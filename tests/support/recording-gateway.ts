import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { type LoopbackServer, serveOnLoopback } from './serve-on-loopback.ts';

export interface RecordedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Reply {
  readonly status: number;
  readonly body?: string;
}

/** What the next requests get: one reply each, the last one again and again. `silence` takes the request and never answers. */
type Script = readonly (Reply | 'silence')[];

export interface RecordingGateway extends LoopbackServer {
  /** Takes a path with all that is below it from now on, and forgets what was asked there. */
  script(path: string, ...replies: Script): void;
  requests(path: string): readonly RecordedRequest[];
  /** Passes a path on to another server, unchanged, and records it all the same. */
  forward(path: string, url: string): void;
}

/** Any HTTP gateway: it records each request and answers as a test has scripted. */
export async function startRecordingGateway(): Promise<RecordingGateway> {
  const requests: RecordedRequest[] = [];
  const scripts = new Map<string, (Reply | 'silence')[]>();
  const forwards = new Map<string, string>();
  const server = await serveOnLoopback(async (request, response) => {
    const path = request.url ?? '/';
    const body = await text(request);
    requests.push({ path, headers: request.headers, body });
    const forward = [...forwards].find(([begin]) => path.startsWith(begin));
    if (forward !== undefined) {
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection', 'content-length', 'expect'].includes(name)
          ? [[name, value] as const]
          : [],
      );
      const answer = await fetch(forward[1], {
        method: request.method ?? 'POST',
        headers: Object.fromEntries(headers),
        body,
      });
      response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(await answer.text());
      return;
    }
    const replies = [...scripts].find(([begin]) => path.startsWith(begin))?.[1] ?? [];
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 404 };
    if (reply !== 'silence') response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
  });
  return {
    ...server,
    script(path, ...replies) {
      scripts.set(path, [...replies]);
      requests.splice(0, requests.length, ...requests.filter((request) => !request.path.startsWith(path)));
    },
    requests: (path) => requests.filter((request) => request.path.startsWith(path)),
    forward: (path, url) => void forwards.set(path, url),
  };
}
