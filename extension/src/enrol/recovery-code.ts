/** A code that lets in once, in place of one of the authenticator. */
export interface RecoveryCode {
  readonly code: string;
  /** The user has crossed it off. */
  readonly isUsed: boolean;
}

/** Of one account. No site hands out more. */
export const MAX_RECOVERY_CODES = 64;
/** In UTF-16 code units. */
export const MAX_RECOVERY_CODE_LENGTH = 128;
