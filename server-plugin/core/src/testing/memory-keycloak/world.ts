import type { MfaFactor } from '@lifeguard/shared/mfa';
/** An authenticator of a user: what Keycloak has as an `otp` credential. */
export interface MemoryToken {
  readonly id: string;
  readonly label: string;
  readonly seedBase32: string;
}

/** Of what the verifier of SRP-6a is worked out, once it is asked for: that takes long, and most users never are. */
export interface MemoryVerifier {
  readonly saltHex: string;
  readonly password: string;
}

export interface MemoryUser {
  readonly id: string;
  readonly username: string;
  readonly createdAtInMillis: number;
  enabled: boolean;
  email?: string;
  emailVerified: boolean;
  firstName?: string;
  lastName?: string;
  /** As Keycloak's: a name has values. */
  attributes: Record<string, readonly string[]>;
  requiredActions: string[];
  password: string | null;
  /** Since when the password is the user's. */
  passwordSinceInMillis: number;
  /** Older ones, the newest first. */
  passwordHistory: string[];
  verifier: MemoryVerifier | null;
  tokens: MemoryToken[];
  groups: string[];
  /** The label of the credential that lists the SMS factor. */
  listedPhone: string | null;
  /** As of a store that Keycloak can't write. */
  readOnly: boolean;
  /** Whether the password is in a directory, in which Keycloak sets passwords and takes none away. */
  keepsPasswordElsewhere: boolean;
}

export interface MemoryClient {
  readonly id: string;
  readonly clientId: string;
  name: string;
  enabled: boolean;
  isPublic: boolean;
  secret: string | null;
  consentRequired: boolean;
  serviceAccount: boolean;
  /** `realm-management` roles by plain name, those of the administrators' realm as `<realm>-realm/<role>`, and `admin`, `create-realm`. */
  roles: string[];
  attributes: Record<string, string>;
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  standardFlow: boolean;
  implicitFlow: boolean;
  directAccessGrants: boolean;
  defaultScopes: readonly string[];
  optionalScopes: readonly string[];
}

/** A session of Keycloak with the one client that it is for. */
export interface MemorySession {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly methods: readonly string[];
  provenFactor: MfaFactor | null;
  readonly authTimeInSeconds: number;
  readonly originJti: string;
  readonly endsAtInSeconds: number;
  /** The `jti` of the refresh token that is good now. */
  refreshId: string;
  /** Those that were good before, and until when they still are, in seconds since the epoch. */
  earlierRefreshIds: Record<string, number>;
}

export interface MemoryRealm {
  readonly id: string;
  readonly name: string;
  displayName: string;
  enabled: boolean;
  attributes: Record<string, string>;
  passwordPolicy: string;
  loginWithEmail: boolean;
  duplicateEmails: boolean;
  registration: boolean;
  resetPassword: boolean;
  accessTokenLifespan: number;
  ssoSessionIdle: number;
  ssoSessionMax: number;
  bruteForce: { readonly failures: number; readonly waitIncrement: number; readonly maxWait: number } | null;
  smtp: Readonly<Record<string, string>>;
  enabledActions: string[];
  clients: MemoryClient[];
  users: MemoryUser[];
  groups: { readonly id: string; readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  sessions: MemorySession[];
}

/** What a transaction rolls back: plain data, so that it can be copied. */
export interface MemoryWorld {
  realms: MemoryRealm[];
  /** Operation and resource of admin events, with their details. */
  adminEvents: {
    readonly realm: string;
    readonly operation: string;
    readonly resource: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
}
