import { GetUserAttributeVerificationCode } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { requireContactCodeSent, verificationPurpose } from '../user/contact-code.ts';
import { contactToVerify } from '../user/contact-to-verify.ts';
import { requireVerifiable } from '../user/contacts.ts';
import { deliveryDetails } from '../user/delivery.ts';
import { QUOTAS, requireQuota } from '../user/quota.ts';

/** @see Amazon Cognito API Reference, GetUserAttributeVerificationCode */
export const getUserAttributeVerificationCode = withAccessToken<{ readonly AttributeName: string }>(
  GetUserAttributeVerificationCode,
  ({ AttributeName }, context) => {
    const { ports, pool } = context;
    const attribute = requireVerifiable(AttributeName);
    const destination = contactToVerify(context, attribute);
    if (destination === undefined) throw invalidParameter(`User does not have the attribute ${attribute}.`);
    requireQuota(ports, QUOTAS.sendAttributeCode);
    const contact = { attribute, destination };
    requireContactCodeSent(ports, pool, { purpose: verificationPurpose(attribute), contact });
    return { CodeDeliveryDetails: deliveryDetails(contact) };
  },
);
