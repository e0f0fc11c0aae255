/** Attributes of a user that the API keeps for itself; no operation reads or writes them as attributes of Cognito. */
export const USER_MARKS = {
  /** `unconfirmed` while a user who has signed up is not confirmed, and for that long not enabled. */
  signUp: 'lifeguard.signUp',
  /** `required` from AdminResetUserPassword until there is a password again. */
  passwordReset: 'lifeguard.passwordReset',
  /** `true` on an unconfirmed user whom an administrator has disabled too: confirming does not enable that one. */
  disabled: 'lifeguard.disabled',
  /** Values that come into force when they are verified. */
  pendingEmail: 'lifeguard.pendingEmail',
  pendingPhoneNumber: 'lifeguard.pendingPhoneNumber',
  /** When the API has last written the user, in milliseconds since the epoch. */
  modifiedAt: 'lifeguard.modifiedAt',
} as const;

/** A password that its user has to replace: Keycloak's required action. */
export const UPDATE_PASSWORD = 'UPDATE_PASSWORD';
