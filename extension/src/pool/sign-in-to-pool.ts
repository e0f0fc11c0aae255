import { measureSkew } from '../clock/measure-skew.ts';
import { codeOf, newAuthorization } from './authorization.ts';
import { discoverPool } from './discover-pool.ts';
import { poolApi, type PoolApi } from './pool-api.ts';
import type { PoolHttp } from './pool-http.ts';
import { PoolRefused } from './pool-refused.ts';
import { redeemCode } from './redeem-code.ts';

export interface SignInPorts {
  readonly http: PoolHttp;
  /** Shows the pool's page to sign in at, and returns the address that it ends with; rejects when the user closes it. */
  readonly showSignIn: (url: string) => Promise<string>;
  readonly redirectUri: string;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
}

interface PoolSignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly loginHint?: string;
}

export interface SignedIn {
  readonly api: PoolApi;
  readonly subject: string;
  /** How far the pool's clock is ahead of this device's, in milliseconds: codes and tokens are good by that clock. */
  readonly skewInMillis: number;
}

/**
 * Signs the user in at the pool, on its own pages, and runs what has to be done in that name; the token is given back afterwards.
 * @throws PoolRefused when there is no pool, no sign-in, or an answer that can't be trusted
 */
export async function signInToPool<Result>(
  { issuer, clientId, loginHint }: PoolSignIn,
  ports: SignInPorts,
  work: (signedIn: SignedIn) => Promise<Result>,
): Promise<Result> {
  const { http, redirectUri, now, sleep } = ports;
  const endpoints = await discoverPool(issuer, http);
  // What the API answers to anything but a request says the time as well.
  const sample = async () => (await http.ask(endpoints.api)).date;
  const skewInMillis = await measureSkew({ sample, sleep });
  const endpoint = endpoints.authorization;
  const hint = loginHint === undefined ? {} : { loginHint };
  const authorization = await newAuthorization({ endpoint, issuer, clientId, redirectUri, ...hint });
  const code = codeOf(await shown(authorization.url, ports), authorization);
  const nowInMillis = now() + skewInMillis;
  const { accessToken, subject } = await redeemCode({ endpoints, clientId, authorization, code, nowInMillis }, http);
  try {
    return await work({ api: poolApi(endpoints.api, accessToken, http), subject, skewInMillis });
  } finally {
    await revoke(endpoints.revocation, { token: accessToken, clientId }, http);
  }
}

async function shown(url: string, { showSignIn }: SignInPorts): Promise<string> {
  try {
    return await showSignIn(url);
  } catch (cause) {
    // Both browsers reject when the window is closed, or its page can't be loaded.
    throw new PoolRefused('pool-sign-in-ended', { cause });
  }
}

/** RFC 7009. It would end by itself in minutes: that it can't be given back undoes nothing of what was done. */
async function revoke(
  endpoint: string,
  { token, clientId }: { readonly token: string; readonly clientId: string },
  http: PoolHttp,
): Promise<void> {
  const body = new URLSearchParams({ token, client_id: clientId, token_type_hint: 'access_token' });
  try {
    await http.ask(endpoint, { method: 'POST', body });
  } catch (error) {
    if (!(error instanceof PoolRefused)) throw error;
  }
}
