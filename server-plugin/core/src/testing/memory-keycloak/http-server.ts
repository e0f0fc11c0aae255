import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemoryKeycloak } from './memory-keycloak.ts';

const ENDPOINT = /^\/realms\/([^/]+)\/lifeguard\/cognito\/?$/;
const KEY_SET = /^\/realms\/([^/]+)\/lifeguard\/cognito\/([^/]+)\/\.well-known\/jwks\.json$/;
const REALM_KEY_SET = /^\/realms\/([^/]+)\/protocol\/openid-connect\/certs$/;
const MAX_BODY_LENGTH = 262_144;
/** Clients report a connection that ends early as an error of their own. */
const KEEP_ALIVE_IN_MILLIS = 60_000;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

export interface MemoryServer {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a Keycloak in memory on the loopback address, on the wire as the plugin does; its `baseUrl` becomes that of the server. */
export async function serveKeycloak(keycloak: MemoryKeycloak): Promise<MemoryServer> {
  const server = createServer((request, response) => {
    answer(keycloak, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_IN_MILLIS;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  keycloak.baseUrl = url;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(keycloak: MemoryKeycloak, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const [, encodedRealm] = ENDPOINT.exec(path) ?? [];
  if (encodedRealm === undefined) return answerKeys(keycloak, path, response);
  if (request.method === 'OPTIONS') return answerPreflight(request, response);
  if (request.method !== 'POST') return end(response, 405, {}, '');
  const body = await bodyOf(request);
  const answered = keycloak.answer(decodeURIComponent(encodedRealm), {
    method: 'POST',
    target: request.url ?? '',
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body,
    address: request.socket.remoteAddress ?? '',
  });
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    ...CORS,
    ...answered.headers,
  };
  end(response, answered.status, headers, JSON.stringify(answered.body));
}

function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    ...CORS,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': String(request.headers['access-control-request-headers'] ?? ''),
    'access-control-max-age': '172800',
  };
  end(response, 200, headers, '');
}

/** A realm's keys, where Cognito's clients and where Keycloak's look for them. */
function answerKeys(keycloak: MemoryKeycloak, path: string, response: ServerResponse): void {
  const name = KEY_SET.exec(path)?.[2] ?? REALM_KEY_SET.exec(path)?.[1];
  const realm = name === undefined ? undefined : keycloak.findRealm(decodeURIComponent(name));
  if (realm === undefined) return end(response, 404, CORS, '{"error":"not found"}');
  const headers = { ...CORS, 'content-type': 'application/json' };
  end(response, 200, headers, JSON.stringify(keycloak.keys.keySet(realm.id)));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= MAX_BODY_LENGTH) parts.push(part);
  }
  // What is too long is cut off, and is no JSON any more.
  return Buffer.concat(parts).toString('utf8');
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, headers).end(body);
}
