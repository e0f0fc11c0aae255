import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** A small web site on this machine, at an origin of its own. */
export interface LoopbackSite extends AsyncDisposable {
  readonly origin: string;
  /** The bodies of all posts so far. */
  readonly posts: readonly string[];
}

/** Long enough to press a button meanwhile. */
const POSTS_TAKE_MILLIS = 500;

/** Serves HTML by path, for posts after a while; `aheadInMillis`: how far its clock is ahead of this machine's. */
export async function serveLoopbackSite(
  pages: Readonly<Record<string, string>>,
  { aheadInMillis = 0 }: { readonly aheadInMillis?: number } = {},
): Promise<LoopbackSite> {
  const posts: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      posts.push(await text(request));
      await setTimeout(POSTS_TAKE_MILLIS);
    }
    const page = pages[(request.url ?? '').replace(/\?.*/s, '')];
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      date: new Date(Date.now() + aheadInMillis).toUTCString(),
    };
    response.writeHead(page === undefined ? 404 : 200, headers).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    posts,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A page that asks for the code of an authenticator app. */
export const CODE_PAGE = `<!doctype html>
<html lang="en">
  <title>Two-factor sign-in</title>
  <form>
    <label>Authenticator code <input name="otp" autocomplete="one-time-code" /></label>
    <button>Sign in</button>
  </form>
</html>`;

/** A page that shows another one, named by its query, in a frame. */
export const FRAMING_PAGE = `<!doctype html>
<html lang="en">
  <title>Two-factor sign-in</title>
  <iframe></iframe>
  <script>
    document.querySelector('iframe').src = new URLSearchParams(location.search).get('framed');
  </script>
</html>`;
