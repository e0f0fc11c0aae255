import { randomInt, randomUUID } from 'node:crypto';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import { connect, type Pool, setPhoneNumber, setPoolPolicy } from '@lifeguard/cli';
import { keepEvents, rememberSecret } from './evidence.ts';
import type { SentText } from './sms-gateway.ts';
import { CLIENT_ID, makeTestRealm } from './test-realm.ts';
import { testServer, type TestServer } from './test-server.ts';

type PolicyChanges = Parameters<typeof setPoolPolicy>[1];

export interface TestBedOptions {
  /** Required with SMS and TOTP unless said otherwise. */
  readonly policy?: PolicyChanges;
  /** Off, so that a test of our own limits sees nothing else. */
  readonly bruteForceProtected?: boolean;
  /** What else of the realm is not as usual. */
  readonly realm?: RealmRepresentation;
  readonly server?: Pick<TestServer, 'url' | 'admin' | 'gatewayUrl'>;
}

interface LoggedEvent {
  readonly type?: string;
  readonly error?: string;
  readonly ipAddress?: string;
  readonly details?: Record<string, string>;
}

export interface TestUser {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly phoneNumber: string;
}

/** Nobody listens there: plain requests stop at the redirect, and browsers are answered by the test. */
export const REDIRECT_URI = 'http://127.0.0.1:9/signed-in';

/** A pool of its own for one test, gone when the test ends. */
export interface TestBed extends AsyncDisposable {
  readonly realm: string;
  readonly url: string;
  readonly pool: Pool;
  readonly admin: KeycloakAdminClient;
  readonly signInUrl: string;
  /** With a phone number unless `phone` says false; `phonePrefix` begins it. */
  createUser(options?: { readonly phone?: boolean; readonly phonePrefix?: string }): Promise<TestUser>;
  setPolicy(changes: PolicyChanges): Promise<void>;
  /** Sets realm attributes as they are, unchecked. */
  setAttributes(attributes: Readonly<Record<string, string>>): Promise<void>;
  /** Moves the clock by which codes expire. */
  moveClock(seconds: number): Promise<void>;
  texts(to: string): Promise<readonly SentText[]>;
  /** The code in the newest text to a number. */
  lastCode(to: string): Promise<string>;
  /** What brute-force detection has counted. */
  failures(user: TestUser): Promise<number>;
  events(type?: string): Promise<readonly LoggedEvent[]>;
}

export async function createTestBed(options: TestBedOptions = {}): Promise<TestBed> {
  const server = options.server ?? testServer();
  const realm = `t-${randomUUID()}`;
  const admin = new KeycloakAdminClient({ baseUrl: server.url, realmName: 'master' });
  await admin.auth({ ...server.admin, grantType: 'password', clientId: 'admin-cli' });
  const credentials = { user: server.admin.username, password: server.admin.password };
  const connectTo = (name: string) => connect({ server: server.url, realm: name, credentials });
  await makeTestRealm(
    { url: server.url, admin, connectTo },
    {
      realm,
      changes: {
        bruteForceProtected: options.bruteForceProtected ?? false,
        ...options.realm,
        // Tests go back and forth between the modes, which a pool otherwise does not.
        attributes: { 'lifeguard.requiredAfterCreation': 'allowed', ...options.realm?.attributes },
      },
      isCopied: options.server === undefined,
    },
  );
  const pool = await connectTo(realm);
  const setPolicy = async (changes: PolicyChanges) => accept(await setPoolPolicy(pool, changes));
  await setPolicy({ mfaConfiguration: 'ON', smsMfa: true, softwareTokenMfa: true, ...options.policy });

  async function setAttributes(changes: Readonly<Record<string, string>>): Promise<void> {
    const { attributes } = (await pool.client.realms.findOne({ realm })) ?? {};
    await pool.client.realms.update({ realm }, { attributes: { ...attributes, ...changes } });
  }

  async function texts(to: string): Promise<readonly SentText[]> {
    const response = await fetch(`${server.gatewayUrl}?to=${encodeURIComponent(to)}`);
    return (await response.json()) as SentText[];
  }

  async function events(type?: string) {
    return pool.client.realms.findEvents({ realm, max: 1_000, ...(type === undefined ? {} : { type: type as never }) });
  }

  return {
    realm,
    url: server.url,
    pool,
    admin,
    signInUrl: `${server.url}/realms/${realm}/protocol/openid-connect/auth?${new URLSearchParams({
      client_id: CLIENT_ID,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: REDIRECT_URI,
    })}`,
    async createUser({ phone = true, phonePrefix = '+1415' } = {}) {
      const username = `user-${randomUUID().slice(0, 8)}`;
      const password = `pw-${randomUUID()}`;
      const phoneNumber = `${phonePrefix}${randomInt(1_000_000, 10_000_000)}`;
      await rememberSecret(phoneNumber.slice(1));
      const { id } = await pool.client.users.create({
        username,
        firstName: 'Ann',
        lastName: 'Example',
        email: `${username}@example.org`,
        emailVerified: true,
        enabled: true,
        credentials: [{ type: 'password', value: password, temporary: false }],
      });
      if (phone) accept(await setPhoneNumber(pool, { user: username, phoneNumber }));
      return { id, username, password, phoneNumber };
    },
    setPolicy,
    setAttributes,
    moveClock: (seconds) => setAttributes({ 'lifeguard.clockOffsetInSeconds': String(seconds) }),
    texts,
    async lastCode(to) {
      const code = /\b[0-9]{6}\b/.exec((await texts(to)).at(-1)?.text ?? '')?.[0];
      if (code === undefined) throw new Error('no text with a code has arrived');
      return code;
    },
    async failures({ id }) {
      const status = (await pool.client.attackDetection.findOne({ id })) as { numFailures?: number };
      return status.numFailures ?? 0;
    },
    events,
    async [Symbol.asyncDispose]() {
      await keepEvents([...(await events()), ...(await pool.client.realms.findAdminEvents({ realm, max: 1_000 }))]);
      await admin.realms.del({ realm });
    },
  };
}

function accept(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error(`the pool could not be set up: ${JSON.stringify(result)}`);
}
