import type { OtpAlgorithm } from '@lifeguard/shared/otp';

/** A key that a newer one of the same account has taken the place of. */
export interface FormerKey {
  readonly type: 'totp' | 'steam';
  readonly secretBase32: string;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly periodInSeconds: number;
  readonly replacedAtInMillis: number;
}

/** Of one account: an enrolment that somebody begins again and again leaves no endless list. */
export const MAX_FORMER_KEYS = 5;
