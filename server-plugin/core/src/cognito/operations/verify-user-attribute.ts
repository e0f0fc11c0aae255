import { listPhoneFactor } from '../../settings/phone-factor.ts';
import { VerifyUserAttribute } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { claimAlias } from '../user/aliases.ts';
import { inForce } from '../user/change-attributes.ts';
import { proveContactCode, verificationPurpose } from '../user/contact-code.ts';
import { contactToVerify } from '../user/contact-to-verify.ts';
import { requireVerifiable } from '../user/contacts.ts';
import { QUOTAS, requireQuota } from '../user/quota.ts';
import { writeUser } from '../user/write-user.ts';

/**
 * A value that waited for its code is in force from then on.
 * @see Amazon Cognito API Reference, VerifyUserAttribute
 */
export const verifyUserAttribute = withAccessToken<{ readonly AttributeName: string; readonly Code: string }>(
  VerifyUserAttribute,
  ({ AttributeName, Code: code }, context) => {
    const { ports, pool, user } = context;
    const attribute = requireVerifiable(AttributeName);
    requireQuota(ports, QUOTAS.verifyAttribute);
    const destination = contactToVerify(context, attribute);
    const destinations = destination === undefined ? [] : [destination];
    const proven = proveContactCode(ports, verificationPurpose(attribute), { code, destinations });
    const { destination: value } = proven;
    claimAlias(ports, pool, { attribute, value, user });
    proven.useUp();
    writeUser(ports, inForce(attribute, value, true));
    if (attribute === 'phone_number') listPhoneFactor(ports);
    return {};
  },
);
