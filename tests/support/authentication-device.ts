import { setTimeout } from 'node:timers/promises';
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

/** Keycloak writes the request down after the device has taken it, and knows none before. */
const ATTEMPTS = 50;
const PAUSE_MILLIS = 100;

/** The token that came with the request names the realm to answer. */
async function approve(authorization: string): Promise<void> {
  const payload = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  const { iss } = JSON.parse(payload) as { readonly iss: string };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await setTimeout(PAUSE_MILLIS);
    const { ok } = await fetch(`${iss}/protocol/openid-connect/ext/ciba/auth/callback`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'SUCCEED' }),
    });
    if (ok) return;
  }
}
