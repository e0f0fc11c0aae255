import { GetUserAttributeVerificationCode } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { requireContactCodeSent, verificationPurpose } from '../user/contact-code.ts';
import { contactOf, pendingContactOf, requireVerifiable } from '../user/contacts.ts';
import { deliveryDetails } from '../user/delivery.ts';
import { QUOTAS, requireQuota } from '../user/quota.ts';

/** @see Amazon Cognito API Reference, GetUserAttributeVerificationCode */
export const getUserAttributeVerificationCode = withAccessToken<{ readonly AttributeName: string }>(
  GetUserAttributeVerificationCode,
  ({ AttributeName }, { ports, pool, user }) => {
    const attribute = requireVerifiable(AttributeName);
    const destination = pendingContactOf(user, attribute) ?? contactOf(user, attribute);
    if (destination === undefined) throw invalidParameter(`User does not have the attribute ${attribute}.`);
    requireQuota(ports, QUOTAS.sendAttributeCode);
    const contact = { attribute, destination };
    requireContactCodeSent(ports, pool, { purpose: verificationPurpose(attribute), contact });
    return { CodeDeliveryDetails: deliveryDetails(contact) };
  },
);
