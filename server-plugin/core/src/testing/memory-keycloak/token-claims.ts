import { randomUUID } from 'node:crypto';
import { readClientSettings } from '../../cognito/client/client-settings.ts';
import type { Claims } from './jwt.ts';
import type { MemoryClient, MemoryRealm, MemorySession, MemoryUser } from './world.ts';

/** What a session's tokens are about. */
export interface TokenSubject {
  readonly realm: MemoryRealm;
  readonly client: MemoryClient;
  readonly user: MemoryUser;
  readonly session: MemorySession;
  readonly baseUrl: string;
  readonly nowInSeconds: number;
}

/** The issuer, in the form that the realm's attribute says. */
export function issuerOf(realm: MemoryRealm, baseUrl: string): string {
  const poolId = realm.attributes['lifeguard.cognito.poolId'] ?? '';
  return realm.attributes['lifeguard.cognito.issuer'] === 'cognito'
    ? `https://cognito-idp.${poolId.split('_')[0] ?? ''}.amazonaws.com/${poolId}`
    : `${baseUrl}/realms/${encodeURIComponent(realm.name)}`;
}

/** Those that Keycloak does not name in tokens. */
const UNNAMED_SCOPES = ['acr', 'basic', 'roles', 'web-origins'];

export function accessClaims(subject: TokenSubject): Claims {
  const { client, user } = subject;
  return {
    ...sharedClaims(subject),
    typ: 'Bearer',
    token_use: 'access',
    client_id: client.clientId,
    username: user.username,
    scope: client.defaultScopes.filter((scope) => !UNNAMED_SCOPES.includes(scope)).join(' '),
    version: 2,
  };
}

export function idClaims(subject: TokenSubject): Claims {
  const { client, user } = subject;
  return {
    ...attributeClaims(user),
    ...sharedClaims(subject),
    typ: 'ID',
    token_use: 'id',
    aud: client.clientId,
    'cognito:username': user.username,
  };
}

export function refreshClaims(subject: TokenSubject): Claims {
  const { session } = subject;
  return { ...sharedClaims(subject), typ: 'Refresh', jti: session.refreshId, exp: session.endsAtInSeconds };
}

function sharedClaims({ realm, client, user, session, baseUrl, nowInSeconds }: TokenSubject): Claims {
  const lifespan = Number(client.attributes['access.token.lifespan'] ?? realm.accessTokenLifespan);
  return {
    iss: issuerOf(realm, baseUrl),
    sub: user.id,
    azp: client.clientId,
    sid: session.id,
    jti: randomUUID(),
    ...(readClientSettings(client)?.EnableTokenRevocation === false ? {} : { origin_jti: session.originJti }),
    event_id: session.id,
    auth_time: session.authTimeInSeconds,
    iat: nowInSeconds,
    exp: Math.min(nowInSeconds + lifespan, session.endsAtInSeconds),
    amr: session.methods,
    ...(user.groups.length === 0 ? {} : { 'cognito:groups': [...user.groups] }),
  };
}

/** A user's attributes under Cognito's names: verified flags are booleans, all others are text. */
function attributeClaims(user: MemoryUser): Claims {
  const claims: Record<string, unknown> = {};
  for (const [name, [value]] of Object.entries(user.attributes)) {
    if (name === 'phoneNumber') claims['phone_number'] = value;
    else if (name === 'phoneNumberVerified') claims['phone_number_verified'] = value === 'true';
    else if (!name.startsWith('lifeguard.')) claims[name] = value;
  }
  if (user.email !== undefined) Object.assign(claims, { email: user.email, email_verified: user.emailVerified });
  if (user.firstName !== undefined) claims['given_name'] = user.firstName;
  if (user.lastName !== undefined) claims['family_name'] = user.lastName;
  return claims;
}
