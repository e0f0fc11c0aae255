import { tokenLifetimes, type TokenLifetimeMembers, type TokenLifetimes } from '@lifeguard/shared/cognito';
import { invalidParameter } from '../protocol/cognito-error.ts';

const MINUTE = 60;
const DAY = 86_400;
const SHORT_LIVED = { min: 5 * MINUTE, max: DAY };
const LONG_LIVED = { min: 60 * MINUTE, max: 3650 * DAY };

/**
 * The lifetimes of a client's tokens.
 * @throws CognitoError for what Cognito does not take: five minutes to a day, and an hour to ten years
 * @see Amazon Cognito API Reference, CreateUserPoolClient
 */
export function requireLifetimes(members: TokenLifetimeMembers): TokenLifetimes {
  const lifetimes = tokenLifetimes(members);
  const { accessInSeconds, idInSeconds, refreshInSeconds } = lifetimes;
  const isTaken =
    [accessInSeconds, idInSeconds].every((seconds) => seconds >= SHORT_LIVED.min && seconds <= SHORT_LIVED.max) &&
    refreshInSeconds >= Math.max(LONG_LIVED.min, accessInSeconds, idInSeconds) &&
    refreshInSeconds <= LONG_LIVED.max;
  if (!isTaken) throw invalidParameter('Invalid range for token validity.');
  return lifetimes;
}
