import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small web site on this machine, at an origin of its own. */
export interface LoopbackSite extends AsyncDisposable {
  readonly origin: string;
}

/** Serves HTML by path; `aheadInMillis`: how far its clock is ahead of this machine's. */
export async function serveLoopbackSite(
  pages: Readonly<Record<string, string>>,
  { aheadInMillis = 0 }: { readonly aheadInMillis?: number } = {},
): Promise<LoopbackSite> {
  const server = createServer((request, response) => {
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
