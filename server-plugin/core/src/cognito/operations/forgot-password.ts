import type { ClientContext } from '../client/open-client.ts';
import { ForgotPassword } from '../model/inputs.ts';
import { codeRequest } from '../user/code-request.ts';
import { requireContactCodeSent, sendContactCode } from '../user/contact-code.ts';
import { type CodeDeliveryDetails, deliveryDetails } from '../user/delivery.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { simulatedDelivery, UNKNOWN_NAME } from '../user/hidden-existence.ts';
import { QUOTAS, requireQuota, takeQuota } from '../user/quota.ts';
import { recoveryAttributes, recoveryContacts, requireRecoveryContact } from '../user/recovery.ts';
import { isResettable, requireResettable } from '../user/require-resettable.ts';

/** @see Amazon Cognito API Reference, ForgotPassword */
export const forgotPassword = codeRequest(ForgotPassword, { openly: sendOpenly, silently: sendSilently });

function sendOpenly({ ports, pool }: ClientContext, username: string): CodeDeliveryDetails {
  const user = findUser(ports, pool, username);
  if (user === undefined) throw userNotFound(UNKNOWN_NAME);
  requireResettable(ports, user);
  const contact = requireRecoveryContact(ports, pool, user);
  requireQuota(ports, QUOTAS.sendResetCode);
  requireContactCodeSent(ports, pool, { purpose: 'password-reset', contact });
  return deliveryDetails(contact);
}

/** Whatever keeps a code from being sent is as silent as a name that nobody has: also that too many were. */
function sendSilently({ ports, pool }: ClientContext, username: string): CodeDeliveryDetails {
  const user = findUser(ports, pool, username);
  const [contact] = user !== undefined && isResettable(ports, user) ? recoveryContacts(ports, pool, user) : [];
  if (contact === undefined) {
    return simulatedDelivery(ports, { username, attributes: recoveryAttributes(pool) });
  }
  if (takeQuota(ports, QUOTAS.sendResetCode)) sendContactCode(ports, pool, { purpose: 'password-reset', contact });
  return deliveryDetails(contact);
}
