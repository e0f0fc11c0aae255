import { totpCode } from '@lifeguard/shared/otp';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { KEY } from '../vault/vault.fixture.ts';

export const ISSUER = 'https://id.example.org/realms/acme';
export const REDIRECT_URI = 'https://extension.chromiumapp.org/';
const API = `${ISSUER}/lifeguard/cognito`;
const CONNECT = `${ISSUER}/protocol/openid-connect`;

const { publicKey, privateKey } = await generateKeyPair('ES256');
const stranger = await generateKeyPair('ES256');
const KEYS = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };

type Body = Readonly<Record<string, unknown>>;

/** A pool in memory, which a test can make misbehave. */
export class FakePool {
  readonly clock = { now: 0, skewInMillis: 0 };
  mfa: 'OFF' | 'OPTIONAL' | 'ON' = 'OPTIONAL';
  username = 'ada';
  accepted: readonly string[] = ['SOFTWARE_TOKEN_MFA'];
  subject = '0d9a7e5c';
  /** Of the authenticator that is in force. */
  secret: string | undefined;
  isPreferred = false;
  /** What comes before the pool's own answer, by operation or the last part of the address. */
  readonly instead: Record<string, () => Response | Promise<Response>> = {};
  /** Changes what the ID token says. */
  claims: (claims: JWTPayload) => JWTPayload = (claims) => claims;
  isSignedByStranger = false;
  /** Changes the address that a sign-in ends with. */
  redirect: (address: URL) => string = ({ href }) => href;
  readonly asked: string[] = [];
  readonly revoked: string[] = [];
  readonly shown: URL[] = [];
  private seeds = 0;
  private pending: string | undefined;
  private authorization: URLSearchParams | undefined;

  showSignIn = async (url: string): Promise<string> => {
    const page = new URL(url);
    this.shown.push(page);
    this.authorization = page.searchParams;
    const end = new URL(this.authorization.get('redirect_uri') ?? '');
    end.searchParams.set('state', this.authorization.get('state') ?? '');
    end.searchParams.set('iss', ISSUER);
    end.searchParams.set('code', 'the-code');
    return this.redirect(end);
  };

  fetch = (async (input: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const target = headers.get('x-amz-target')?.split('.')[1];
    const name = target ?? (init.method === 'POST' || input !== API ? (input.split('/').at(-1) ?? '') : 'time');
    this.asked.push(name);
    const instead = this.instead[name];
    const response = instead === undefined ? await this.answer(name, init, headers) : await instead();
    response.headers.set('date', new Date(this.clock.now + this.clock.skewInMillis).toUTCString());
    return response;
  }) as typeof fetch;

  private async answer(name: string, init: RequestInit, headers: Headers): Promise<Response> {
    switch (name) {
      case 'openid-configuration':
        return json(this.discovery());
      case 'certs':
        return json(KEYS);
      case 'time':
        return json({ code: 'BadRequest' }, 404);
      case 'token':
        return this.token(init.body as URLSearchParams);
      case 'revoke':
        this.revoked.push((init.body as URLSearchParams).get('token') ?? '');
        return new Response('');
      case 'pool':
        if (headers.get('authorization') !== 'Bearer the-access-token')
          return refusal('NotAuthorizedException', 'Invalid Access Token');
        return json({
          Name: 'Acme',
          MfaConfiguration: this.mfa,
          Factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
          AcceptedFactors: this.accepted,
          Username: this.username,
        });
      default:
        return this.operation(name, JSON.parse(init.body as string) as Body);
    }
  }

  discovery(): Body {
    return {
      issuer: ISSUER,
      authorization_endpoint: `${CONNECT}/auth`,
      token_endpoint: `${CONNECT}/token`,
      revocation_endpoint: `${CONNECT}/revoke`,
      jwks_uri: `${CONNECT}/certs`,
      code_challenge_methods_supported: ['plain', 'S256'],
    };
  }

  private async token(body: URLSearchParams): Promise<Response> {
    const asked = this.authorization ?? new URLSearchParams();
    const verifier = new TextEncoder().encode(body.get('code_verifier') ?? '');
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', verifier)).toString('base64url');
    const isSame = ['client_id', 'redirect_uri'].every((name) => body.get(name) === asked.get(name));
    if (!isSame || body.get('code') !== 'the-code' || challenge !== asked.get('code_challenge'))
      return json({ error: 'invalid_grant', error_description: 'Code not valid' }, 400);
    const seconds = Math.floor((this.clock.now + this.clock.skewInMillis) / 1000);
    const claims = this.claims({
      iss: ISSUER,
      aud: asked.get('client_id') ?? '',
      sub: this.subject,
      nonce: asked.get('nonce') ?? '',
      iat: seconds,
      exp: seconds + 300,
    });
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .sign(this.isSignedByStranger ? stranger.privateKey : privateKey);
    return json({ access_token: 'the-access-token', id_token: idToken, token_type: 'Bearer' });
  }

  private operation(name: string, input: Body): Response {
    if (input['AccessToken'] !== 'the-access-token') return refusal('NotAuthorizedException', 'Invalid Access Token');
    switch (name) {
      case 'AssociateSoftwareToken':
        this.pending = secretOf((this.seeds += 1));
        return json({ SecretCode: this.pending });
      case 'VerifySoftwareToken': {
        const now = this.clock.now + this.clock.skewInMillis;
        const { code } = totpCode({ ...KEY, secretBase32: this.pending ?? KEY.secretBase32 }, now);
        if (input['UserCode'] !== code) return refusal('EnableSoftwareTokenMFAException', 'Code mismatch');
        this.secret = this.pending;
        return json({ Status: 'SUCCESS' });
      }
      case 'SetUserMFAPreference': {
        const { Enabled } = input['SoftwareTokenMfaSettings'] as { readonly Enabled: boolean };
        if (!Enabled) this.secret = undefined;
        this.isPreferred = Enabled;
        return json({});
      }
      default:
        return refusal('UnknownOperationException', 'Unknown operation.');
    }
  }
}

/** The seed that the pool hands out at that time of asking, from 1: each time another. */
export function secretOf(time: number): string {
  return KEY.secretBase32.slice(0, -1) + 'PQRST'.charAt(time - 1);
}

export function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

export function refusal(type: string, message: string): Response {
  return json({ __type: type, message }, 400);
}
