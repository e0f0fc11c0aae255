import type { MfaFactor } from '@lifeguard/shared/mfa';
import { portsOverBorder } from '../border.ts';
import { type Ports, PORTS } from '../ports.ts';
import type {
  ClientChange,
  OpenedAccessToken,
  PoolChange,
  PortCaller,
  PortClient,
  PortEndpoint,
  PortPool,
  PortTokens,
  PortUserRecord,
  RefreshedTokens,
  SecretReference,
  SrpChallenge,
  UserChange,
  UserKey,
  WriteOutcome,
} from './records.ts';

/**
 * What the API asks of Keycloak beside {@link Ports}. A request is about one realm, one client and one user, which it opens in this order;
 * ports that need one that is not open throw. As there, a port does one thing and holds no rule.
 */
export interface CognitoPorts extends Ports {
  endpoint(): PortEndpoint;
  /** Lower-case letters, digits: from a secure source. */
  randomText(input: { readonly length: number }): string;
  randomId(): string;

  /** Checks the signature of the request against the secret of a service account's client in the endpoint's realm. */
  caller(): PortCaller;
  /** Whether the signer has that role: of the realm that is open in `realm-management` or, for the administrators' realm, its like there. */
  callerMay(input: { readonly role: string }): boolean;

  /**
   * Opens the pool of an endpoint that serves one alone, so that nothing that belongs elsewhere is opened first and refused then. Null at an
   * endpoint that serves every pool.
   */
  openEndpointPool(): PortPool | null;
  /** Opens the realm with that name, or with that id. */
  openPool(input: { readonly name: string } | { readonly realmId: string }): PortPool | null;
  /** Those that the signer may see, by name. */
  pools(input: { readonly first: number; readonly max: number }): readonly PortPool[];
  /** Makes a realm with the flows, actions, scopes and the user profile of Lifeguard, and opens it. Null when the name is taken. */
  createPool(input: PoolChange & { readonly name: string }): PortPool | null;
  /** The open realm as it is now. */
  pool(): PortPool;
  updatePool(input: PoolChange): PortPool;
  deletePool(): void;

  /** Opens a client by its id; without an open realm it looks in every realm and opens that too, unless several have one. */
  openClient(input: { readonly clientId: string }): PortClient | null;
  /** By clientId, without those that Keycloak makes itself. */
  clients(input: { readonly first: number; readonly max: number }): readonly PortClient[];
  /** Opens it. A client that is not public gets a secret, the given one or one of Keycloak's. */
  createClient(input: ClientChange & { readonly clientId: string; readonly secret?: string }): PortClient;
  updateClient(input: ClientChange): PortClient;
  deleteClient(): void;
  /** Null for a public client. */
  clientSecret(): SecretReference | null;
  /** Compares in constant time with the client's secret. */
  checkClientSecret(input: { readonly secret: string }): boolean;
  /** Whether the hash is Base64(HMAC-SHA256(client secret, name + client id)) of one of the names. In constant time. */
  checkSecretHash(input: { readonly hash: string; readonly names: readonly string[] }): boolean;

  /** Opens the first user that one of the keys leads to. */
  openUser(input: { readonly keys: readonly UserKey[] }): PortUserRecord | null;
  /** Opens it. */
  createUser(input: UserChange & { readonly id: string; readonly username: string }): WriteOutcome;
  updateUser(input: UserChange): WriteOutcome;
  /** The open user as it is now. */
  userRecord(): PortUserRecord;
  deleteUser(): boolean;
  /** By name. `filter` compares one field, wholly or at its beginning. */
  users(input: {
    readonly first: number;
    readonly max: number;
    readonly filter?: { readonly field: string; readonly value: string; readonly exact: boolean };
  }): readonly PortUserRecord[];

  /** Opens nothing. Null when the name is taken. */
  createGroup(input: {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }): { readonly id: string } | null;
  /** False when there is no such group. */
  joinGroup(input: { readonly name: string }): boolean;

  /** Keycloak's own check. Keeps a verifier where the pool keeps them and the user has none. Without an open user: false, and as slow. */
  checkPassword(input: { readonly password: string }): boolean;
  hasPassword(): boolean;
  /** By the realm's policy, whose words `policy` are. */
  setPassword(input: {
    readonly password: string;
  }):
    | { readonly ok: true }
    | { readonly ok: false; readonly reason: 'policy' | 'history' | 'read-only'; readonly message: string };
  /** What Keycloak keeps itself: of a directory's password it can't take away, {@link hasPassword} still says that there is one. */
  removePassword(): void;
  /** Whether a password would be taken by the open realm's policy, whoever's it is: what stands against it, or null. Needs no open user. */
  passwordProblem(input: { readonly password: string }): string | null;
  /** A password that the realm's policy takes. */
  randomPassword(): string;

  /** Counts for Keycloak's brute-force detection. */
  countFailure(input: { readonly factor: 'password' | 'otp' }): void;
  /** Forgets the failures. */
  countSuccess(): void;

  /** Starts an SRP-6a exchange with the user's verifier; null when there is none. */
  startSrp(input: { readonly aHex: string; readonly poolName: string }): SrpChallenge | null;
  /** A UUID like any user's, always the same for the same text in the open realm; nobody computes it without the server's keys. */
  pseudonym(input: { readonly text: string }): string;
  /** An exchange that nobody can finish, with the same salt for the same name, to the letter. */
  simulateSrp(input: { readonly aHex: string; readonly poolName: string; readonly username: string }): SrpChallenge;
  /** Checks the client's proof, which counts once. `wrong` also for a block that is not of this realm and user, or is old. */
  checkSrp(input: {
    readonly poolName: string;
    readonly secretBlock: string;
    readonly signature: string;
    readonly timestamp: string;
  }): 'right' | 'wrong' | 'used';

  /** Encrypts and authenticates text under a key of the open realm, of which whoever holds the result can read only which realm it is. */
  seal(input: { readonly text: string }): string;
  /** What was sealed; opens its realm. Null for anything else, and for what another realm than the open one has sealed. */
  unseal(input: { readonly sealed: string }): string | null;
  /** True for exactly one caller in the cluster, while the key lives. */
  spend(input: { readonly key: string; readonly lifeInSeconds: number }): boolean;
  isSpent(input: { readonly key: string }): boolean;

  /** Makes a seed of at least 160 bits, base32 without stray bits, and keeps it by that id for a while, for this user. */
  issueSeed(input: { readonly id: string; readonly lifeInSeconds: number }): SecretReference;
  /**
   * Checks a code against the seed of that id. If it is right the seed becomes the user's only authenticator, under that name, and the
   * code is used up.
   */
  confirmSeed(input: {
    readonly id: string;
    readonly code: string;
    readonly label: string;
  }): 'confirmed' | 'wrong' | 'gone' | 'read-only';
  /** Like {@link Ports.checkSoftwareToken}, and says whether a wrong code is one that was used before. */
  judgeSoftwareToken(input: { readonly code: string }): 'right' | 'wrong' | 'used';

  /** Sends the stored code in place of `{####}` to the address that it was issued for, by the realm's own sender. */
  mailCode(input: {
    readonly purpose: string;
    readonly subject: string;
    readonly message: string;
  }): 'accepted' | 'refused';
  /** Sends a message that an administrator asked for, with the text of `password` in place of `{####}`. */
  mailPassword(input: {
    readonly subject: string;
    readonly message: string;
    readonly password: string;
  }): 'accepted' | 'refused';

  /** Required actions that Keycloak would ask for before it gives tokens, as far as the realm has them enabled. */
  openActions(): readonly string[];
  /** Makes a session and its tokens by Keycloak's own machinery, with these methods (RFC 8176), and tells of the sign-in. */
  issueTokens(input: { readonly methods: readonly string[] }): PortTokens;
  openAccessToken(input: { readonly token: string }): OpenedAccessToken;
  /** Notes in the session of the open access token what it has proven since. */
  noteFactor(input: { readonly factor: MfaFactor }): void;
  /** Opens the realm of a token that Keycloak made; null for anything else. */
  openPoolOfToken(input: { readonly token: string }): PortPool | null;
  /** For the open client. `rotate`: the answer has a new refresh token and the old one ends after `graceInSeconds`. */
  refreshTokens(input: {
    readonly token: string;
    readonly rotate: boolean;
    readonly graceInSeconds: number;
  }): RefreshedTokens;
  /** Ends what the refresh token stands for. */
  revokeToken(input: { readonly token: string }): 'revoked' | 'not-a-refresh-token' | 'other-client' | 'invalid';
  /** Ends all sessions of the user. */
  signOutEverywhere(): void;

  /** An event of Keycloak about what has failed in a sign-in, and why. With `factor`, the metrics count a wrong code of that one. */
  tellFailure(input: { readonly error: string; readonly reason?: string; readonly factor?: MfaFactor }): void;
  /** An admin event of Keycloak, in the name of the signer. `details` hold no secret and no full number. */
  tellChange(input: {
    readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'ACTION';
    readonly resource: 'REALM' | 'CLIENT' | 'USER' | 'GROUP';
    readonly details: Readonly<Record<string, unknown>>;
  }): void;
}

/** Those that the API adds to the ports of the pages. */
export const COGNITO_PORTS: Readonly<Record<Exclude<keyof CognitoPorts, keyof Ports>, true>> = {
  endpoint: true,
  randomText: true,
  randomId: true,
  caller: true,
  callerMay: true,
  openEndpointPool: true,
  openPool: true,
  pools: true,
  createPool: true,
  pool: true,
  updatePool: true,
  deletePool: true,
  openClient: true,
  clients: true,
  createClient: true,
  updateClient: true,
  deleteClient: true,
  clientSecret: true,
  checkClientSecret: true,
  checkSecretHash: true,
  openUser: true,
  createUser: true,
  updateUser: true,
  userRecord: true,
  deleteUser: true,
  users: true,
  createGroup: true,
  joinGroup: true,
  checkPassword: true,
  hasPassword: true,
  setPassword: true,
  removePassword: true,
  passwordProblem: true,
  randomPassword: true,
  countFailure: true,
  countSuccess: true,
  startSrp: true,
  pseudonym: true,
  simulateSrp: true,
  checkSrp: true,
  seal: true,
  unseal: true,
  spend: true,
  isSpent: true,
  issueSeed: true,
  confirmSeed: true,
  judgeSoftwareToken: true,
  mailCode: true,
  mailPassword: true,
  openActions: true,
  issueTokens: true,
  openAccessToken: true,
  noteFactor: true,
  openPoolOfToken: true,
  refreshTokens: true,
  revokeToken: true,
  signOutEverywhere: true,
  tellFailure: true,
  tellChange: true,
};

/** {@link CognitoPorts} over the border. */
export const cognitoPortsOf = portsOverBorder<CognitoPorts>({ ...COGNITO_PORTS, ...PORTS });
