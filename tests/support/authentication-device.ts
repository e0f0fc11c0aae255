import { type LoopbackServer, serveOnLoopback } from './serve-on-loopback.ts';

/**
 * The device on which a user approves a sign-in by backchannel (CIBA). This one approves whatever it is asked, for users of every
 * realm: what Keycloak calls an authentication channel.
 */
export async function startAuthenticationDevice(): Promise<LoopbackServer> {
  return serveOnLoopback((request, response) => {
    response.writeHead(201).end();
    void approve(request.headers.authorization ?? '');
  });
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
