import { call } from '../../core.ts';
import type { CognitoAnswer } from '../../cognito/protocol/answer.ts';
import type { CognitoPorts } from '../../cognito/ports.ts';
import { poolIdOf } from '@lifeguard/shared/cognito';
import { Beside } from './beside.ts';
import { type MemoryClock, standingClock } from './clock.ts';
import { TokenKeys } from './jwt.ts';
import {
  makeClient,
  makePool,
  makeUser,
  type MadePool,
  type NewClient,
  type NewPool,
  type NewUser,
} from './make-pool.ts';
import { newClient, newRealm } from './new-realm.ts';
import { OpenRequest, type WireRequest } from './open-request.ts';
import { ADMINISTRATORS_REALM } from './pool-ports.ts';
import { hostOf, portsOfRequest } from './ports-of-request.ts';
import { Sealer } from './seal.ts';
import { type AccessKey, signRequest } from './sign-request.ts';
import type { MemoryClient, MemoryRealm, MemoryUser, MemoryWorld } from './world.ts';

const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.';

/** What an operation answered: `body` with the secrets in it. A status of 500 says in `cause` what was thrown. */
export interface MemoryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, never>>;
  readonly cause?: unknown;
}

/** How a request differs from an unsigned one to the administrators' realm, whose endpoint serves every pool. */
export interface CallOptions {
  readonly signedBy?: AccessKey;
  /** The realm whose endpoint is called. */
  readonly at?: string;
  /** Instead of what the input makes. */
  readonly body?: string;
  readonly contentType?: string;
  readonly address?: string;
}

/**
 * Keycloak with the Cognito API, in memory: what the Java shell is to the core, for many pools, clients and users, with real codes,
 * signatures and tokens. A request that is not answered with 200 leaves nothing behind but what has a transaction of its own.
 */
export class MemoryKeycloak {
  readonly clock: MemoryClock;
  /** Texts and mails, events, codes, failures; and what gateway and mailer answer. */
  readonly beside = new Beside();
  /** Where its clients find it: part of the tokens' issuer. */
  baseUrl: string;
  readonly world: MemoryWorld = { realms: [newRealm({ id: 'master', name: ADMINISTRATORS_REALM })], adminEvents: [] };
  readonly keys = new TokenKeys();
  private readonly sealer = new Sealer();
  private readonly callCore: typeof call;

  constructor({
    clock = standingClock(),
    baseUrl = 'https://id.example.org',
    callCore = call,
  }: { readonly clock?: MemoryClock; readonly baseUrl?: string; readonly callCore?: typeof call } = {}) {
    this.clock = clock;
    this.baseUrl = baseUrl;
    this.callCore = callCore;
  }

  /** Makes a pool with a client and a user, without asking the API: `const { poolId, clientId, username, password } = keycloak.addPool()`. */
  addPool(options: NewPool = {}): MadePool {
    return makePool(this.world, this.clock.now(), options);
  }

  addClient(nameOrPoolId: string, options: NewClient = {}): MemoryClient {
    return makeClient(this.realm(nameOrPoolId), options);
  }

  addUser(nameOrPoolId: string, options: NewUser = {}): MemoryUser {
    return makeUser(this.realm(nameOrPoolId), this.clock.now(), options);
  }

  /** Makes a key pair that may do everything, or what these roles say, at the endpoint of that realm. */
  addKey(realmName = ADMINISTRATORS_REALM, roles: readonly string[] = ['admin', 'create-realm']): AccessKey {
    const realm = this.realm(realmName);
    const accessKeyId = `key-${realm.clients.length + 1}`;
    const secretAccessKey = `secret of ${accessKeyId} in ${realmName}`;
    realm.clients.push({
      ...newClient(accessKeyId),
      isPublic: false,
      serviceAccount: true,
      secret: secretAccessKey,
      roles: [...roles],
    });
    return { accessKeyId, secretAccessKey };
  }

  /** A realm by its name or by the id of its pool, as it is now: after a request that was rolled back it is another object. */
  realm(nameOrPoolId: string): MemoryRealm {
    const found = this.findRealm(nameOrPoolId);
    if (found === undefined) throw new Error(`no realm ${nameOrPoolId}`);
    return found;
  }

  findRealm(nameOrPoolId: string): MemoryRealm | undefined {
    return this.world.realms.find(
      ({ id, name, attributes }) =>
        nameOrPoolId === name || nameOrPoolId === poolIdOf({ realmId: id, name, attributes }),
    );
  }

  /** A user by name or id, as it is now. */
  user(nameOrPoolId: string, usernameOrId: string): MemoryUser {
    const found = this.realm(nameOrPoolId).users.find(({ id, username }) => [id, username].includes(usernameOrId));
    if (found === undefined) throw new Error(`no user ${usernameOrId}`);
    return found;
  }

  /** The code in the newest text. */
  get lastCode(): string {
    return /[0-9]{6}/.exec(this.beside.texts.at(-1)?.text ?? '')?.[0] ?? '';
  }

  /** Calls an operation as a client does, by a request over the wire: `keycloak.call('GetUser', { AccessToken })`. */
  call(operation: string, input: unknown = {}, options: CallOptions = {}): MemoryAnswer {
    const { at, wire } = this.request(operation, input, options);
    return this.answer(at, wire);
  }

  /** The ports of one request, for tests of what works on them; here nothing is rolled back. */
  ports(options: CallOptions = {}): CognitoPorts {
    const { at, wire } = this.request('None', {}, options);
    const request = new OpenRequest({ ...this, endpointRealm: at, wire });
    return portsOfRequest(request, { sealer: this.sealer, keys: this.keys });
  }

  /** Signs a user in without asking anything: the tokens that Keycloak would give. */
  tokensOf(nameOrPoolId: string, clientId: string, usernameOrId: string) {
    const { at, wire } = this.request('None', {}, {});
    const request = new OpenRequest({ ...this, endpointRealm: at, wire });
    const realm = this.realm(nameOrPoolId);
    request.enter(realm);
    request.use(realm.clients.find((client) => client.clientId === clientId));
    request.about(this.user(nameOrPoolId, usernameOrId));
    const { issueTokens } = portsOfRequest(request, { sealer: this.sealer, keys: this.keys });
    return request.reveal(issueTokens({ methods: ['pwd'] })) as Record<
      'accessToken' | 'idToken' | 'refreshToken',
      string
    >;
  }

  private request(operation: string, input: unknown, options: CallOptions) {
    const { at = ADMINISTRATORS_REALM, body = JSON.stringify(input) } = options;
    const { contentType = 'application/x-amz-json-1.1', address = '192.0.2.1', signedBy } = options;
    const target = `/realms/${encodeURIComponent(at)}/lifeguard/cognito`;
    const host = new URL(this.baseUrl).host;
    const plain = { 'content-type': contentType, host, 'x-amz-target': TARGET_PREFIX + operation };
    const request = { method: 'POST', target, headers: plain, body };
    const nowInMillis = this.clock.signersNow();
    const headers = signedBy === undefined ? plain : signRequest(request, signedBy, { nowInMillis });
    return { at, wire: { ...request, headers, address } };
  }

  /** Answers a request at the endpoint of a realm. */
  answer(endpointRealm: string, wire: WireRequest): MemoryAnswer {
    const request = new OpenRequest({ ...this, endpointRealm, wire });
    try {
      const name = `cognito ${wire.headers['x-amz-target'] ?? ''}`;
      const input = JSON.stringify({ contentType: wire.headers['content-type'] ?? '', body: wire.body });
      const host = hostOf(portsOfRequest(request, { sealer: this.sealer, keys: this.keys }));
      const { status, headers, body } = JSON.parse(this.callCore(name, input, host)) as CognitoAnswer;
      if (status !== 200) request.savepoint.rollBack();
      return { status, headers, body: request.reveal(body) as MemoryAnswer['body'] };
    } catch (cause) {
      request.savepoint.rollBack();
      const body = { __type: 'InternalErrorException', message: 'Internal error.' } as never;
      return { status: 500, headers: { 'x-amzn-ErrorType': 'InternalErrorException:' }, body, cause };
    }
  }
}
