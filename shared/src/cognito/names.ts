/** Realm attributes by which a realm takes part in the Cognito API, beside those of the policy. */
export const COGNITO_ATTRIBUTES = {
  /** JSON: what Cognito keeps of a pool and Keycloak has no place for. */
  settings: 'lifeguard.cognito.pool',
  /** The id of the pool as tokens name it. */
  poolId: 'lifeguard.cognito.poolId',
  /** The first part of an id that is made of Keycloak's own. */
  region: 'lifeguard.cognito.region',
  /** `keycloak` or `cognito`: whose form the claim `iss` has. */
  issuer: 'lifeguard.cognito.issuer',
  /** `true`: an SRP verifier is kept of each password that passes by. */
  srp: 'lifeguard.cognito.srp',
  /** `access-token`: as in Cognito, an access token is enough to change factors, whatever its session has proven. */
  factorChanges: 'lifeguard.cognito.factorChanges',
} as const;

/** JSON: that a client may use the API, and how. A client without it is unknown to the API. */
export const CLIENT_SETTINGS_ATTRIBUTE = 'lifeguard.cognito.client';

/** The scope by which an access token may be used with the API, and the client scope that puts it there. */
export const API_SCOPE = 'aws.cognito.signin.user.admin';

/** The protocol mapper that gives tokens the claims of Cognito's. */
export const CLAIMS_MAPPER = 'lifeguard-cognito-claims';

/** Attributes of a user that the API keeps for itself; no operation reads or writes them as attributes of Cognito. */
export const USER_MARKS = {
  /** `unconfirmed` while a user who has signed up is not confirmed, and for that long not enabled. */
  signUp: 'lifeguard.signUp',
  /** `required` from AdminResetUserPassword until there is a password again. */
  passwordReset: 'lifeguard.passwordReset',
  /** `true` on an unconfirmed user whom an administrator has disabled too: confirming does not enable that one. */
  disabled: 'lifeguard.disabled',
  /** Since when the password is a temporary one that the API has set, in milliseconds since the epoch. */
  temporaryPasswordSince: 'lifeguard.temporaryPasswordSince',
  /** Values that come into force when they are verified. */
  pendingEmail: 'lifeguard.pendingEmail',
  pendingPhoneNumber: 'lifeguard.pendingPhoneNumber',
  /** When the API has last written the user, in milliseconds since the epoch. */
  modifiedAt: 'lifeguard.modifiedAt',
} as const;
