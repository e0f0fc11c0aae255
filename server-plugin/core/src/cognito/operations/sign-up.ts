import { requireSecretHash } from '../access/secret-hash.ts';
import { openClientFor } from '../client/open-client.ts';
import { SignUp } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { mayUsersSignUp } from '../pool/sign-up-rules.ts';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import { requireContactCodeSent } from '../user/contact-code.ts';
import { createUser } from '../user/create-user.ts';
import { deliveryDetails } from '../user/delivery.ts';
import { requireValidPassword, setPassword } from '../user/passwords.ts';
import { signUpContact } from '../user/sign-up-contact.ts';
import type { Attribute } from '../user/user-attributes.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';

interface SignUpRequest {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly Password?: string;
  readonly UserAttributes?: readonly Attribute[];
}

/** @see Amazon Cognito API Reference, SignUp */
export const signUp = anonymous<SignUpRequest>(
  SignUp,
  ({ ClientId, SecretHash, Username, Password: password, UserAttributes: attributes = [] }, { ports }) => {
    const { client, pool, settings } = openClientFor(ports, ClientId);
    requireSecretHash(ports, client, SecretHash, [Username]);
    if (!mayUsersSignUp(pool)) throw notAuthorized('SignUp is not permitted for this user pool');
    if (password === undefined) {
      throw invalidParameter(
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      );
    }
    requireValidPassword(ports, password);
    const { WriteAttributes: writable } = settings;
    const user = createUser(ports, pool, {
      typedName: Username,
      attributes,
      writer: { isAdministrator: false, mayWrite: (name) => writable?.includes(name) !== false },
      change: { enabled: false, attributes: { [USER_MARKS.signUp]: 'unconfirmed' } },
      takenText: 'User already exists',
    });
    setPassword(ports, password);
    const contact = signUpContact(pool, user);
    if (contact === undefined) return { UserConfirmed: false, UserSub: user.id };
    requireContactCodeSent(ports, pool, { purpose: 'sign-up', contact });
    return { UserConfirmed: false, UserSub: user.id, CodeDeliveryDetails: deliveryDetails(contact) };
  },
);
