import { isMadeByApi } from '../pool/made-by-api.ts';
import { type CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import type { PortClient, PortPool } from '../records.ts';
import { readClientSettings } from './client-settings.ts';

/** The attributes that a client may read; undefined for all of them. */
export function readableBy(client: PortClient): readonly string[] | undefined {
  return readClientSettings(client)?.ReadAttributes;
}

/**
 * Whether a client may write an attribute of the user who is signed in to it. Where the client does not say, it may in pools of the API, and
 * nothing in other realms: there a number or an address is the administrator's, until WriteAttributes names it.
 */
export function mayWriteBy(pool: PortPool, client: PortClient): (name: string) => boolean {
  const { WriteAttributes: named } = readClientSettings(client) ?? {};
  const isOpen = named === undefined && isMadeByApi(pool);
  return (name) => isOpen || named?.includes(name) === true;
}

/** The answer to a client that may not write an attribute. */
export function unauthorizedWrite(): CognitoError {
  return notAuthorized('A client attempted to write unauthorized attribute');
}
