import type { ClientSettings } from '../client/client-settings.ts';
import { isEmailAddress, isUuid } from '@lifeguard/shared/cognito';
import { readPoolSettings, type VerifiableAttribute } from '../pool/pool-settings.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import { codeMismatch } from './contact-code.ts';
import { type CodeDeliveryDetails, deliveryDetails } from './delivery.ts';
import { isPhoneNumber } from './value-problem.ts';

/** Whether a client's users are not to be told from names that nobody has. */
export function hidesExistence({ PreventUserExistenceErrors }: ClientSettings): boolean {
  return PreventUserExistenceErrors === 'ENABLED';
}

/**
 * What an answer says of a code that was not sent, in a way that looks like one that was: the same for the same name each time, and not to
 * be computed by anybody without the realm's keys.
 */
export function simulatedDelivery(
  ports: CognitoPorts,
  { username, attributes }: { readonly username: string; readonly attributes: readonly VerifiableAttribute[] },
): CodeDeliveryDetails {
  const name = foldedName(username);
  if (isEmailAddress(name)) return deliveryDetails({ attribute: 'email', destination: name });
  if (isPhoneNumber(name)) return deliveryDetails({ attribute: 'phone_number', destination: name });
  // Of another text than the id of a simulated user, which is shown.
  const hex = ports.pseudonym({ text: `code of ${name}` }).slice(-12);
  const digit = (index: number): number => Number.parseInt(hex.slice(3 * index, 3 * index + 3), 16);
  if (attributes[0] === 'phone_number') {
    const end = [0, 1, 2, 3].map((index) => String(digit(index) % 10)).join('');
    return deliveryDetails({ attribute: 'phone_number', destination: `+1000000${end}` });
  }
  const letter = (index: number): string => String.fromCharCode(97 + (digit(index) % 26));
  return deliveryDetails({ attribute: 'email', destination: `${letter(0)}@${letter(1)}` });
}

/** Keycloak has names and addresses in lower case, and finds them however they are typed. */
function foldedName(typedName: string): string {
  return typedName.toLowerCase();
}

/**
 * What a challenge calls somebody whom nobody knows, as it would call a user: by an id where users are found by addresses and numbers, else by
 * the name that was typed. Who is called by an id is the same user under that.
 */
export function simulatedName(ports: CognitoPorts, pool: PortPool, typedName: string): string {
  const name = foldedName(typedName);
  if (isUuid(name)) return name;
  const { UsernameAttributes: names = [], AliasAttributes: aliases = [] } = readPoolSettings(pool);
  const isAlias =
    (aliases.includes('email') && isEmailAddress(name)) || (aliases.includes('phone_number') && isPhoneNumber(name));
  return names.length > 0 || isAlias ? ports.pseudonym({ text: `user ${name}` }) : name;
}

/** What operations for whoever knows a client's id say of a name that nobody has. */
export const UNKNOWN_NAME = 'Username/client id combination not found.';

/**
 * Runs what asks for a code, where existence is hidden: whatever is wrong, a code that does not fit is all that is said.
 * @throws CognitoError CodeMismatchException
 */
export function hidingRefusals<Proven>(prove: () => Proven): Proven {
  try {
    return prove();
  } catch (error) {
    throw error instanceof CognitoError ? codeMismatch() : error;
  }
}
