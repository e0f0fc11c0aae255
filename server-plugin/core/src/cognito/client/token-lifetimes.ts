import type { CreateUserPoolClientInput } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

/** How long a client's tokens are good for. */
export interface TokenLifetimes {
  readonly accessInSeconds: number;
  readonly idInSeconds: number;
  readonly refreshInSeconds: number;
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** Values without a unit, and units without a value. */
const DEFAULTS = { AccessToken: [1, 'hours'], IdToken: [1, 'hours'], RefreshToken: [30, 'days'] } as const;

interface Range {
  readonly min: number;
  readonly max: number;
}

const SHORT_LIVED: Range = { min: 5 * SECONDS.minutes, max: SECONDS.days };
const LONG_LIVED: Range = { min: 60 * SECONDS.minutes, max: 3650 * SECONDS.days };

/**
 * Reads the lifetimes of a client's tokens.
 * @throws CognitoError for what Cognito does not take: five minutes to a day, and an hour to ten years
 * @see Amazon Cognito API Reference, CreateUserPoolClient
 */
export function tokenLifetimes(members: Partial<CreateUserPoolClientInput>): TokenLifetimes {
  const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits: units = {} } = members;
  function read(name: keyof typeof DEFAULTS, given: number | undefined, { min, max }: Range): number {
    const [value, unit] = DEFAULTS[name];
    // Cognito takes a refresh token's 0 for none given.
    const seconds = (given === undefined || given === 0 ? value : given) * SECONDS[units[name] ?? unit];
    if (seconds < min || seconds > max) throw invalidParameter('Invalid range for token validity.');
    return seconds;
  }
  const accessInSeconds = read('AccessToken', AccessTokenValidity, SHORT_LIVED);
  const idInSeconds = read('IdToken', IdTokenValidity, SHORT_LIVED);
  const refreshInSeconds = read('RefreshToken', RefreshTokenValidity, LONG_LIVED);
  if (refreshInSeconds < Math.max(accessInSeconds, idInSeconds)) {
    throw invalidParameter('Invalid range for token validity.');
  }
  return { accessInSeconds, idInSeconds, refreshInSeconds };
}
