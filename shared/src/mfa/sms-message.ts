/** Stands in a message for the code, which is filled in where the message is sent. */
export const CODE_PLACEHOLDER = '{####}';

/** In characters, with the placeholder. */
export const SMS_MESSAGE_LENGTH = { min: 6, max: 140 } as const;

/**
 * Why a text can't be the message of an SMS code, or `undefined` when it can.
 * @see the SmsAuthenticationMessage of SetUserPoolMfaConfig: 6 to 140 characters with `{####}`
 */
export function smsMessageProblem(message: string): string | undefined {
  if (message.length < SMS_MESSAGE_LENGTH.min || message.length > SMS_MESSAGE_LENGTH.max) {
    return `The SMS message must have ${SMS_MESSAGE_LENGTH.min} to ${SMS_MESSAGE_LENGTH.max} characters; this one has ${message.length}.`;
  }
  return message.includes(CODE_PLACEHOLDER)
    ? undefined
    : `The SMS message must contain ${CODE_PLACEHOLDER}, where the code goes.`;
}

/**
 * The message with a last line by which a phone offers the code on the pages of one host only.
 * @param host without a port
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function originBoundMessage(message: string, host: string): string {
  return `${message}\n\n@${host} #${CODE_PLACEHOLDER}`;
}
