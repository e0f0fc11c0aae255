const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?$/i;

/**
 * Whether a request was addressed to this machine by name. A web page whose own name was pointed at 127.0.0.1
 * (DNS rebinding) reaches a loopback server as its own origin, but gives itself away in the Host header.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.test(host);
}
