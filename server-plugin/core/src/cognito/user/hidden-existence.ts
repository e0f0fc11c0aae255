import type { ClientSettings } from '../client/client-settings.ts';
import { isEmailAddress, poolIdOf, poolNameOf } from '@lifeguard/shared/cognito';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';
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
  pool: PortPool,
  { username, attributes }: { readonly username: string; readonly attributes: readonly VerifiableAttribute[] },
): CodeDeliveryDetails {
  if (isEmailAddress(username)) return deliveryDetails({ attribute: 'email', destination: username });
  if (isPhoneNumber(username)) return deliveryDetails({ attribute: 'phone_number', destination: username });
  const poolName = poolNameOf(poolIdOf(pool) ?? '');
  // The salt is all that is wanted: the exchange is one that nobody can finish.
  const { saltHex } = ports.simulateSrp({ aHex: '02', poolName, username });
  const digit = (index: number): number => Number.parseInt(saltHex.slice(4 * index, 4 * index + 4), 16);
  if (attributes[0] === 'phone_number') {
    const end = [0, 1, 2, 3].map((index) => String(digit(index) % 10)).join('');
    return deliveryDetails({ attribute: 'phone_number', destination: `+1000000${end}` });
  }
  const letter = (index: number): string => String.fromCharCode(97 + (digit(index) % 26));
  return deliveryDetails({ attribute: 'email', destination: `${letter(0)}@${letter(1)}` });
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
