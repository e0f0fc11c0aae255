import type { ClientContext } from '../client/open-client.ts';
import { ResendConfirmationCode } from '../model/inputs.ts';
import { confirmingAttributes } from '../pool/sign-up-rules.ts';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import { codeRequest } from '../user/code-request.ts';
import { requireContactCodeSent, sendContactCode } from '../user/contact-code.ts';
import { type CodeDeliveryDetails, deliveryDetails } from '../user/delivery.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { simulatedDelivery, UNKNOWN_NAME } from '../user/hidden-existence.ts';
import { QUOTAS, requireQuota, takeQuota } from '../user/quota.ts';
import { signUpContact } from '../user/sign-up-contact.ts';
import { isEnabled, isUnconfirmed } from '../user/user-status.ts';

/** @see Amazon Cognito API Reference, ResendConfirmationCode */
export const resendConfirmationCode = codeRequest(ResendConfirmationCode, {
  openly: sendOpenly,
  silently: sendSilently,
});

function sendOpenly({ ports, pool }: ClientContext, username: string): CodeDeliveryDetails {
  const user = findUser(ports, pool, username);
  if (user === undefined) throw userNotFound(UNKNOWN_NAME);
  if (!isUnconfirmed(user)) throw invalidParameter('User is already confirmed.');
  if (!isEnabled(user)) throw notAuthorized('User is disabled.');
  const contact = signUpContact(pool, user);
  if (contact === undefined) throw invalidParameter('Auto verification not turned on.');
  requireQuota(ports, QUOTAS.sendSignUpCode);
  requireContactCodeSent(ports, pool, { purpose: 'sign-up', contact });
  return deliveryDetails(contact);
}

/** Whatever keeps a code from being sent is as silent as a name that nobody has. */
function sendSilently({ ports, pool }: ClientContext, username: string): CodeDeliveryDetails {
  const user = findUser(ports, pool, username);
  const isWaiting = user !== undefined && isUnconfirmed(user) && isEnabled(user);
  const contact = isWaiting ? signUpContact(pool, user) : undefined;
  if (contact === undefined) {
    return simulatedDelivery(ports, { username, attributes: confirmingAttributes(pool) });
  }
  if (takeQuota(ports, QUOTAS.sendSignUpCode)) sendContactCode(ports, pool, { purpose: 'sign-up', contact });
  return deliveryDetails(contact);
}
