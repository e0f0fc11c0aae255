/** The claims of a token that came straight from the server, which is why nobody looks at its signature here. */
export function readClaims(token: string | undefined): Readonly<Record<string, unknown>> {
  const [, payload = ''] = (token ?? '').split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}
