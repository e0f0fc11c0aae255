import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isLoopbackHost } from '../http/loopback-host.ts';
import { listenOnLoopback } from '../http/port.ts';
import { DEMO_PAGE_POLICY, failurePage, signedInPage, welcomePage } from './demo-page.ts';
import { createOpenIdClient, type OpenIdClient } from './open-id-client.ts';
import { createPendingSignIns } from './pending-sign-ins.ts';

const SESSION_COOKIE = 'lifeguard-demo';

export interface DemoApp {
  /** Where a person begins. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface DemoAppOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The realm's address. */
  readonly issuer: string;
  readonly clientId: string;
}

interface Answer {
  readonly status: number;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A small application to sign in to: it sends the browser to Keycloak and shows who came back.
 * @throws Problem when the port is taken
 */
export async function startDemoApp({ port, issuer, clientId }: DemoAppOptions): Promise<DemoApp> {
  const pending = createPendingSignIns();
  const pages = new Map<string, string>();

  async function answer(request: IncomingMessage, client: OpenIdClient): Promise<Answer> {
    if (!isLoopbackHost(request.headers.host)) return { status: 403 };
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    switch (pathname) {
      case '/':
        return { status: 200, html: pages.get(sessionOf(request)) ?? welcomePage() };
      case '/sign-in':
        return redirect(client.signInUrl(pending.begin()));
      case '/signed-in':
        return finishSignIn(searchParams, client);
      case '/signed-out':
        pages.delete(sessionOf(request));
        return redirect('/');
      default:
        return { status: 404, html: failurePage('There is no such page.') };
    }
  }

  /** Ends in a redirect, so that a reload does not redeem the code again. */
  async function finishSignIn(query: URLSearchParams, client: OpenIdClient): Promise<Answer> {
    const codeVerifier = pending.finish(query.get('state') ?? '');
    const code = query.get('code');
    if (codeVerifier === undefined) return { status: 400, html: failurePage('This sign-in is over: sign in again.') };
    if (code === null)
      return { status: 400, html: failurePage(`Keycloak refused: ${query.get('error') ?? 'no code'}.`) };
    const session = randomBytes(16).toString('hex');
    pages.set(session, signedInPage(await client.redeem({ code, codeVerifier })));
    return redirect('/', { 'set-cookie': `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax` });
  }

  const server = createServer((request, response) => {
    answer(request, client).then(
      (result) => send(response, result),
      (error: unknown) =>
        send(response, { status: 502, html: failurePage(`Keycloak did not answer as expected: ${String(error)}`) }),
    );
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server, { port, use: 'the demo application' })}/`;
  const client = createOpenIdClient({
    issuer,
    clientId,
    redirectUri: `${url}signed-in`,
    signedOutUri: `${url}signed-out`,
  });
  return {
    url,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 303, headers: { location, ...headers } };
}

function sessionOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split('; ');
  return cookies.find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1) ?? '';
}

function send(response: ServerResponse, { status, html = '', headers }: Answer): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': DEMO_PAGE_POLICY,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(html);
}
