const LOOPBACK_HOST = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Takes a web origin that a code may be given to: https anywhere, http on this machine only. The text must be the
 * origin exactly as the browser writes it, with its port unless that is the scheme's own.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function isFillableOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  if (origin !== text) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOST.test(hostname));
}

/** The origin of an address that a person typed or pasted, if a code may be given to it. */
export function fillableOriginOf(address: string): string | undefined {
  const text = address.trim();
  const url = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return isFillableOrigin(origin) ? origin : undefined;
}
