import { CODE_PLACEHOLDER, SMS_CODE } from '@lifeguard/shared/mfa';
import { invitationOf } from '../pool/messages.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { discardContactCode } from './contact-code.ts';
import { contactOf } from './contacts.ts';
import { sendToldText } from './send-told-text.ts';

type Medium = 'SMS' | 'EMAIL';

export interface Invitation {
  /** As the user will type it. */
  readonly name: string;
  readonly password: string;
  /** Absent: a text to whoever has a number, else a mail. */
  readonly media?: readonly Medium[];
}

/**
 * Tells the open user of the account, by each medium that is wanted and that the user has.
 * @throws CognitoError when one of them is refused
 */
export function invite(ports: CognitoPorts, pool: PortPool, { name, password, media }: Invitation): void {
  const user = ports.userRecord();
  const { sms, subject, email } = invitationOf(pool, name);
  for (const medium of media ?? defaultMedia(user)) {
    const phoneNumber = contactOf(user, 'phone_number');
    if (medium === 'SMS' && phoneNumber !== undefined) textPassword(ports, { phoneNumber, message: sms, password });
    if (medium === 'EMAIL' && contactOf(user, 'email') !== undefined) {
      if (ports.mailPassword({ subject, message: email, password }) === 'refused') throw undeliverable();
    }
  }
}

function defaultMedia(user: PortUserRecord): readonly Medium[] {
  return contactOf(user, 'phone_number') === undefined ? ['EMAIL'] : ['SMS'];
}

/** Texts carry codes, with what they cost counted. This one has a password in its words, and its code is worth nothing to anybody. */
function textPassword(
  ports: CognitoPorts,
  text: { readonly phoneNumber: string; readonly message: string; readonly password: string },
): void {
  const { phoneNumber, message, password } = text;
  const purpose = 'invitation';
  discardContactCode(ports, purpose);
  const order = {
    digits: SMS_CODE.digits,
    destination: phoneNumber,
    sentAtInMillis: ports.now(),
    validityInSeconds: 1,
  };
  ports.issueCode({ purpose, ...order });
  const { outcome } = sendToldText(ports, {
    purpose,
    phoneNumber,
    message: message.split(CODE_PLACEHOLDER).join(password.split(CODE_PLACEHOLDER).join('')),
  });
  discardContactCode(ports, purpose);
  if (outcome === 'refused') throw undeliverable();
}

function undeliverable(): CognitoError {
  return new CognitoError('CodeDeliveryFailureException', 'Unable to deliver the invitation to user');
}
