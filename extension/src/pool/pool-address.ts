import { isFillableOrigin } from '../site/fillable-origin.ts';
import { PoolRefused } from './pool-refused.ts';

const REALM = /^(?:\/[^/]+)*?\/realms\/[^/]+/;

/**
 * The issuer of the realm that an address leads to: `https://id.example.org/realms/acme` of any page below it.
 * @throws PoolRefused for an address that is none, or that is not protected
 */
export function issuerAt(address: string): string {
  const text = address.trim();
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${usualScheme(text)}://${text}`;
  if (!URL.canParse(url)) throw new PoolRefused('pool-address');
  const { origin, pathname, username, password } = new URL(url);
  const [realm] = REALM.exec(pathname) ?? [];
  if (realm === undefined || username !== '' || password !== '') throw new PoolRefused('pool-address');
  if (!isFillableOrigin(origin)) throw new PoolRefused('pool-insecure');
  return origin + realm;
}

/** Of an address that names none: on this computer itself there is hardly ever https. */
function usualScheme(address: string): 'http' | 'https' {
  const plain = `http://${address}`;
  return URL.canParse(plain) && isFillableOrigin(new URL(plain).origin) ? 'http' : 'https';
}

/** Whether a text is an issuer as {@link issuerAt} gives it. */
export function isIssuer(text: string): boolean {
  try {
    return issuerAt(text) === text;
  } catch (error) {
    if (error instanceof PoolRefused) return false;
    throw error;
  }
}
