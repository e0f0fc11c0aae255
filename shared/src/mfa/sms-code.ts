/** How SMS codes are made and how often one may be guessed. */
export const SMS_CODE = {
  digits: 6,
  /** Wrong answers that one code bears; after that it is dead until it expires, and no other is sent before. */
  maxAttempts: 5,
  /** How often the text of one code is repeated when the user asks for it. */
  maxResends: 2,
  /** Each repetition is possible that much later than the one before. */
  resendCooldownInSeconds: 30,
} as const;

/** A code that was sent, without the code: it never leaves the place where it is checked. */
export interface SentCode {
  readonly sentAtInMillis: number;
  readonly validityInSeconds: number;
}

export function isLive(code: SentCode, nowInMillis: number): boolean {
  return nowInMillis < code.sentAtInMillis + code.validityInSeconds * 1000;
}

/**
 * How many seconds the user has to wait for a repetition of the text; 0 when it may go out.
 * @param resend which one it is: 1 is the first
 */
export function resendWaitInSeconds(code: SentCode, resend: number, nowInMillis: number): number {
  const allowedAt = code.sentAtInMillis + resend * SMS_CODE.resendCooldownInSeconds * 1000;
  return Math.max(Math.ceil((allowedAt - nowInMillis) / 1000), 0);
}

/** Blanks and dashes that people copy along with a code are dropped; anything but the right number of digits is no code. */
export function parseCode(text: string, digits: number): string | undefined {
  const code = text.replace(/[\s\-\u2010-\u2015]/g, '');
  return new RegExp(`^[0-9]{${digits}}$`).test(code) ? code : undefined;
}
