import { randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { OpenedAccessToken, PortTokens, RefreshedTokens } from '../../cognito/records.ts';
import { clientPorts } from './client-ports.ts';
import { type Claims, readClaims, type TokenKeys } from './jwt.ts';
import type { OpenRequest } from './open-request.ts';
import { poolPorts } from './pool-ports.ts';
import { accessClaims, idClaims, issuerOf, refreshClaims } from './token-claims.ts';
import { userPorts } from './user-ports.ts';
import type { MemorySession } from './world.ts';

type TokenPorts = Pick<
  CognitoPorts,
  | 'issueTokens'
  | 'noteFactor'
  | 'openAccessToken'
  | 'openPoolOfToken'
  | 'refreshTokens'
  | 'revokeToken'
  | 'signOutEverywhere'
>;

export function tokenPorts(request: OpenRequest, keys: TokenKeys): TokenPorts {
  let opened: MemorySession | undefined;
  function tokensOf(session: MemorySession, withRefreshToken: boolean): PortTokens {
    const { realm, client, user, baseUrl } = request;
    const subject = { realm, client, user, session, baseUrl, nowInSeconds: request.nowInSeconds() };
    const access = accessClaims(subject);
    return {
      accessToken: request.refer(keys.sign(realm.id, 'RS256', access)),
      idToken: request.refer(keys.sign(realm.id, 'RS256', idClaims(subject))),
      expiresInSeconds: Number(access['exp']) - Number(access['iat']),
      ...(withRefreshToken
        ? { refreshToken: request.refer(keys.sign(realm.id, 'HS256', refreshClaims(subject))) }
        : {}),
    };
  }
  const sessionOf = (claims: Claims) => request.realm.sessions.find(({ id }) => id === claims['sid']);
  const isPast = (claims: Claims) => Number(claims['exp']) <= request.nowInSeconds();
  function endSessions(ends: (session: MemorySession) => boolean): void {
    request.realm.sessions = request.realm.sessions.filter((session) => !ends(session));
  }
  /** What is wrong with a session or its user; else both are there and the user is open. */
  function openSession(claims: Claims): MemorySession | 'revoked' | 'user-gone' | 'user-disabled' {
    const user = userPorts(request).openUser({ keys: [{ by: 'id', value: String(claims['sub']) }] });
    if (user === null) return 'user-gone';
    if (!user.enabled) return 'user-disabled';
    const session = sessionOf(claims);
    return session === undefined || session.endsAtInSeconds <= request.nowInSeconds() ? 'revoked' : session;
  }

  return {
    issueTokens: ({ methods }) => {
      const { realm, client, user } = request;
      const lifespan = Number(client.attributes['client.session.max.lifespan'] ?? realm.ssoSessionMax);
      const session: MemorySession = {
        id: randomUUID(),
        userId: user.id,
        clientId: client.clientId,
        methods: [...methods],
        provenFactor: methods.includes('sms') ? 'SMS_MFA' : methods.includes('otp') ? 'SOFTWARE_TOKEN_MFA' : null,
        authTimeInSeconds: request.nowInSeconds(),
        originJti: randomUUID(),
        endsAtInSeconds: request.nowInSeconds() + lifespan,
        refreshId: randomUUID(),
        earlierRefreshIds: {},
      };
      realm.sessions.push(session);
      request.beside.events.push({ realm: realm.name, type: 'LOGIN', user: user.username });
      return tokensOf(session, true);
    },
    openPoolOfToken: ({ token }) => {
      const issuer = readClaims(token)?.['iss'];
      const realm = request.enabledRealms.find((one) => issuerOf(one, request.baseUrl) === issuer);
      if (realm === undefined || keys.verify(realm.id, 'RS256', token) === undefined) return null;
      return poolPorts(request).openPool({ name: realm.name });
    },
    openAccessToken: ({ token }): OpenedAccessToken => {
      const claims = keys.verify(request.realm.id, 'RS256', token);
      if (claims?.['typ'] !== 'Bearer') return { ok: false, reason: 'invalid' };
      if (isPast(claims)) return { ok: false, reason: 'expired' };
      const session = openSession(claims);
      if (typeof session === 'string') return { ok: false, reason: session };
      const client = clientPorts(request).openClient({ clientId: String(claims['azp']) });
      if (client === null || !client.enabled) return { ok: false, reason: 'invalid' };
      const scopes = String(claims['scope']).split(' ');
      opened = session;
      const { authTimeInSeconds, provenFactor } = session;
      return { ok: true, client, user: userPorts(request).userRecord(), scopes, authTimeInSeconds, provenFactor };
    },
    noteFactor: ({ factor }) => {
      if (opened === undefined) throw new Error('no access token is open');
      opened.provenFactor = factor;
    },
    refreshTokens: ({ token, rotate, graceInSeconds }): RefreshedTokens => {
      const claims = keys.verify(request.realm.id, 'HS256', token);
      if (claims?.['typ'] !== 'Refresh') return { ok: false, reason: 'invalid' };
      if (claims['azp'] !== request.client.clientId) return { ok: false, reason: 'other-client' };
      if (isPast(claims)) return { ok: false, reason: 'expired' };
      const session = openSession(claims);
      if (typeof session === 'string') return { ok: false, reason: session };
      const id = String(claims['jti']);
      const goodUntil = session.refreshId === id ? Infinity : session.earlierRefreshIds[id];
      if (goodUntil === undefined) return { ok: false, reason: 'revoked' };
      if (goodUntil <= request.nowInSeconds()) return { ok: false, reason: 'reused' };
      if (rotate && session.refreshId === id) {
        session.earlierRefreshIds[id] = request.nowInSeconds() + graceInSeconds;
        session.refreshId = randomUUID();
      }
      return { ok: true, tokens: tokensOf(session, rotate) };
    },
    revokeToken: ({ token }) => {
      const claims = keys.verify(request.realm.id, 'HS256', token);
      if (claims?.['typ'] !== 'Refresh') {
        return keys.verify(request.realm.id, 'RS256', token) === undefined ? 'invalid' : 'not-a-refresh-token';
      }
      if (claims['azp'] !== request.client.clientId) return 'other-client';
      endSessions(({ id }) => id === claims['sid']);
      return 'revoked';
    },
    signOutEverywhere: () => {
      endSessions(({ userId }) => userId === request.user.id);
    },
  };
}
