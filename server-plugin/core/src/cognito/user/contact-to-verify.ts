import { requireFactorProven } from '../access/proven-factor.ts';
import { mayWriteBy, unauthorizedWrite } from '../client/attribute-access.ts';
import type { UserContext } from '../operation.ts';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';
import { contactOf, pendingContactOf } from './contacts.ts';

/**
 * What a code is to verify: the value that waits, else the one in force; absent when the user has neither. A value that waits is one to
 * come, and its mark may have been written past the API: it takes what a change of the attribute takes.
 * @throws CognitoError where the client may not write the attribute, or a number waits and the session has not proven the factor
 */
export function contactToVerify(context: UserContext, attribute: VerifiableAttribute): string | undefined {
  const { pool, client, user } = context;
  const pending = pendingContactOf(user, attribute);
  if (pending === undefined) return contactOf(user, attribute);
  if (!mayWriteBy(pool, client)(attribute)) throw unauthorizedWrite();
  if (attribute === 'phone_number') requireFactorProven(context);
  return pending;
}
