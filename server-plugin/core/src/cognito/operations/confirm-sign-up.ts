import { requireSecretHash } from '../access/secret-hash.ts';
import { type ClientContext, openClientFor } from '../client/open-client.ts';
import { ConfirmSignUp } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';
import { claimAlias } from '../user/aliases.ts';
import { inForce } from '../user/change-attributes.ts';
import { confirmation, requireUnconfirmed } from '../user/confirm-user.ts';
import { proveContactCode, type ProvenCode } from '../user/contact-code.ts';
import { contactOf, CONTACTS } from '../user/contacts.ts';
import type { Contact } from '../user/delivery.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { hidesExistence, hidingRefusals, UNKNOWN_NAME } from '../user/hidden-existence.ts';
import { QUOTAS, requireQuota } from '../user/quota.ts';
import { isEnabled } from '../user/user-status.ts';
import { mergeChanges, writeUser } from '../user/write-user.ts';
import type { PortUserRecord } from '../records.ts';

interface ConfirmSignUpRequest {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
  readonly ConfirmationCode: string;
  readonly ForceAliasCreation?: boolean;
}

/** @see Amazon Cognito API Reference, ConfirmSignUp */
export const confirmSignUp = anonymous<ConfirmSignUpRequest>(
  ConfirmSignUp,
  (
    { ClientId, SecretHash, Username: username, ConfirmationCode: code, ForceAliasCreation: force = false },
    { ports },
  ) => {
    const place = openClientFor(ports, ClientId);
    requireSecretHash(ports, place.client, SecretHash, [username]);
    const prove = (): Proven => proveCode(place, { username, code });
    const { user, contact, useUp } = hidesExistence(place.settings) ? hidingRefusals(prove) : prove();
    const { attribute, destination: value } = contact;
    // Whoever may take the alias by force asks again, with the same code.
    claimAlias(ports, place.pool, { attribute, value, user, force });
    useUp();
    writeUser(ports, mergeChanges(confirmation(user), inForce(attribute, value, true)));
    return {};
  },
);

interface Proven extends Pick<ProvenCode, 'useUp'> {
  readonly user: PortUserRecord;
  readonly contact: Contact;
}

function proveCode(
  { ports, pool }: ClientContext,
  { username, code }: { readonly username: string; readonly code: string },
): Proven {
  const user = findUser(ports, pool, username);
  if (user === undefined) throw userNotFound(UNKNOWN_NAME);
  requireUnconfirmed(ports, user);
  if (!isEnabled(user)) throw notAuthorized('User is disabled.');
  requireQuota(ports, QUOTAS.confirmSignUp);
  const contacts = CONTACTS.flatMap((attribute) => {
    const destination = contactOf(user, attribute);
    return destination === undefined ? [] : [{ attribute, destination }];
  });
  const destinations = contacts.map(({ destination }) => destination);
  const { destination: proven, useUp } = proveContactCode(ports, 'sign-up', { code, destinations });
  const contact = contacts.find(({ destination }) => destination === proven);
  if (contact === undefined) throw new Error('a code went to nobody');
  return { user, contact, useUp };
}
