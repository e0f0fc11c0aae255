import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AuthenticationDevice {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * The device on which a user approves a sign-in by backchannel (CIBA). This one approves whatever it is asked, for users of every
 * realm: what Keycloak calls an authentication channel.
 */
export async function startAuthenticationDevice(): Promise<AuthenticationDevice> {
  const server = createServer((request, response) => {
    response.writeHead(201).end();
    void approve(request.headers.authorization ?? '');
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

/** The token that came with the request names the realm to answer. */
async function approve(authorization: string): Promise<void> {
  const payload = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  const { iss } = JSON.parse(payload) as { readonly iss: string };
  await fetch(`${iss}/protocol/openid-connect/ext/ciba/auth/callback`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'SUCCEED' }),
  });
}
