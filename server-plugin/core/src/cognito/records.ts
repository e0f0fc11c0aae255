import type { MfaFactor } from '@lifeguard/shared/mfa';

/**
 * Stands for a secret that the core hands on and never sees: a token, a client secret, the seed of an authenticator. The shell puts the
 * secret itself in its place wherever it is a whole value of the answer.
 */
export type SecretReference = string;

/** Where a request was sent to: the endpoint of administrators serves every pool but itself, any other its own. */
export interface PortEndpoint {
  /** The name of the realm that the request was sent to. */
  readonly realm: string;
  /** Whether that is the realm of administrators. */
  readonly servesEveryPool: boolean;
}

/** A realm of Keycloak as the API needs it. */
export interface PortPool {
  /** Keycloak's own id of the realm, mostly a UUID. */
  readonly realmId: string;
  readonly name: string;
  readonly displayName: string;
  /** Those whose names begin with `lifeguard.`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `length(8) and digits(1)`; empty for none. */
  readonly passwordPolicy: string;
  /** Roughly, for reports. */
  readonly users: number;
}

/** A client of Keycloak as the API needs it. */
export interface PortClient {
  /** Keycloak's own id of the client. */
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly isPublic: boolean;
  /** Whether users have to consent on a page before it gets tokens. */
  readonly consentRequired: boolean;
  /** All of them; those of the API begin with `lifeguard.`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Writes a client: what is absent stays as it is, or as Keycloak makes it. */
export interface ClientChange {
  readonly name?: string;
  readonly isPublic?: boolean;
  readonly redirectUris?: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  readonly standardFlow?: boolean;
  readonly implicitFlow?: boolean;
  readonly directAccessGrants?: boolean;
  readonly serviceAccount?: boolean;
  /** A null value removes the attribute. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** Names of client scopes of the realm; those of the API are made when they are missing. */
  readonly defaultScopes?: readonly string[];
  readonly optionalScopes?: readonly string[];
}

/** Writes a realm: what is absent stays as it is, or as Keycloak makes it. Durations in seconds. */
export interface PoolChange {
  readonly displayName?: string;
  /** A null value removes the attribute. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly passwordPolicy?: string;
  readonly loginWithEmail?: boolean;
  readonly duplicateEmails?: boolean;
  readonly registration?: boolean;
  readonly resetPassword?: boolean;
  readonly accessTokenLifespan?: number;
  readonly ssoSessionIdle?: number;
  readonly ssoSessionMax?: number;
  /** Null switches brute-force detection off. */
  readonly bruteForce?: { readonly failures: number; readonly waitIncrement: number; readonly maxWait: number } | null;
  readonly smtp?: Readonly<Record<string, string>>;
}

/** A user of Keycloak as the API needs one. */
export interface PortUserRecord {
  /** A UUID: the `sub` of tokens. */
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly email?: string;
  readonly emailVerified: boolean;
  readonly firstName?: string;
  readonly lastName?: string;
  /** All others, by name, with their first values; without those that Keycloak keeps in fields. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly createdAtInMillis: number;
  /** Required actions that stand on the user. */
  readonly requiredActions: readonly string[];
}

/** Writes a user: what is absent stays as it is. A null value removes. */
export interface UserChange {
  readonly enabled?: boolean;
  readonly email?: string | null;
  readonly emailVerified?: boolean;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly addRequiredActions?: readonly string[];
  readonly removeRequiredActions?: readonly string[];
}

/** Whether a user could be written. `duplicate`: the name or the e-mail address is somebody else's. */
export type WriteOutcome = 'written' | 'duplicate' | 'read-only';

/** A field by which a user is looked for. More than one user with that value is none. */
export interface UserKey {
  readonly by: 'id' | 'username' | 'email' | 'phoneNumber';
  readonly value: string;
}

/** Who signed a request (Signature Version 4), or why nobody did. */
export type PortCaller =
  | { readonly kind: 'unsigned' }
  /** The Authorization header can't be read, or the signature does not cover what it has to. */
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'wrong-signature' }
  /** Outside of the five minutes. */
  | { readonly kind: 'expired'; readonly reason: string }
  /** `region` as the signature names it: `us-west-2`. */
  | { readonly kind: 'signed'; readonly keyId: string; readonly region: string };

/** Tokens of a sign-in, as references. */
export interface PortTokens {
  readonly accessToken: SecretReference;
  readonly idToken: SecretReference;
  /** Absent where an answer to a refresh has none. */
  readonly refreshToken?: SecretReference;
  readonly expiresInSeconds: number;
}

/** What an access token says after Keycloak's own checks. Its realm, client and user are those of the request from then on. */
export type OpenedAccessToken =
  | {
      readonly ok: true;
      readonly client: PortClient;
      readonly user: PortUserRecord;
      readonly scopes: readonly string[];
      readonly authTimeInSeconds: number;
      /** What the token's session has proven beside the password; null for nothing. */
      readonly provenFactor: MfaFactor | null;
    }
  | { readonly ok: false; readonly reason: 'invalid' | 'expired' | 'revoked' | 'user-disabled' | 'user-gone' };

export type RefreshedTokens =
  | { readonly ok: true; readonly tokens: PortTokens }
  | {
      readonly ok: false;
      /** `reused`: it was exchanged for another one, and its grace is over. */
      readonly reason: 'invalid' | 'expired' | 'revoked' | 'reused' | 'other-client' | 'user-disabled' | 'user-gone';
    };

/** The server's half of an SRP-6a exchange. Hex is without a prefix; the block is the server's state, sealed, in base64. */
export interface SrpChallenge {
  readonly saltHex: string;
  readonly bHex: string;
  readonly secretBlock: string;
}
