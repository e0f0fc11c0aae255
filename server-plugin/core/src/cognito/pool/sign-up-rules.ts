import type { PortPool } from '../records.ts';
import { isMadeByApi } from './made-by-api.ts';
import { readPoolSettings, type VerifiableAttribute } from './pool-settings.ts';

/** Whether people may make accounts for themselves. A realm that the API has not made opens this way by saying so. */
export function mayUsersSignUp(pool: PortPool): boolean {
  const { AllowAdminCreateUserOnly: isClosed = !isMadeByApi(pool) } =
    readPoolSettings(pool).AdminCreateUserConfig ?? {};
  return !isClosed;
}

/** By which a new user can be confirmed, the first first: where both could be, Cognito sends a text. */
export function confirmingAttributes(pool: Pick<PortPool, 'attributes'>): readonly VerifiableAttribute[] {
  const { AutoVerifiedAttributes: verified = [] } = readPoolSettings(pool);
  return (['phone_number', 'email'] as const).filter((attribute) => verified.includes(attribute));
}
