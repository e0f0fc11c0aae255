import { mayWriteBy } from '../client/attribute-access.ts';
import { UpdateUserAttributes } from '../model/inputs.ts';
import { requireFactorProven } from '../access/proven-factor.ts';
import { withAccessToken } from '../operation.ts';
import { changeAttributes } from '../user/change-attributes.ts';
import { deliveryDetails } from '../user/delivery.ts';
import { readAttributes } from '../user/read-attributes.ts';
import type { Attribute } from '../user/user-attributes.ts';

/** @see Amazon Cognito API Reference, UpdateUserAttributes */
export const updateUserAttributes = withAccessToken<{ readonly UserAttributes: readonly Attribute[] }>(
  UpdateUserAttributes,
  ({ UserAttributes }, context) => {
    const { ports, pool, client, user } = context;
    // Codes go there.
    if (UserAttributes.some(({ Name }) => Name === 'phone_number')) requireFactorProven(context);
    const writer = { isAdministrator: false, isNewUser: false, mayWrite: mayWriteBy(pool, client) };
    const wanted = readAttributes(pool, UserAttributes, writer);
    const proofs = changeAttributes({ ports, pool, user, isAdministrator: false }, wanted);
    return { CodeDeliveryDetailsList: proofs.map(deliveryDetails) };
  },
);
