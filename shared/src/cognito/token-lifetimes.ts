/** How long the tokens of a client are good for. */
export interface TokenLifetimes {
  readonly accessInSeconds: number;
  readonly idInSeconds: number;
  readonly refreshInSeconds: number;
}

type Unit = 'seconds' | 'minutes' | 'hours' | 'days';

const SECONDS: Readonly<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Members of CreateUserPoolClient. */
export interface TokenLifetimeMembers {
  readonly AccessTokenValidity?: number;
  readonly IdTokenValidity?: number;
  readonly RefreshTokenValidity?: number;
  readonly TokenValidityUnits?: {
    readonly AccessToken?: Unit;
    readonly IdToken?: Unit;
    readonly RefreshToken?: Unit;
  };
}

/** What Cognito makes of its members: an hour, and thirty days for refresh tokens, where none or 0 is given; whether it takes them is not asked here. */
export function tokenLifetimes(members: TokenLifetimeMembers): TokenLifetimes {
  const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits: units = {} } = members;
  return {
    accessInSeconds: seconds(AccessTokenValidity, units.AccessToken, { value: 1, unit: 'hours' }),
    idInSeconds: seconds(IdTokenValidity, units.IdToken, { value: 1, unit: 'hours' }),
    refreshInSeconds: seconds(RefreshTokenValidity, units.RefreshToken, { value: 30, unit: 'days' }),
  };
}

function seconds(
  given: number | undefined,
  unit: Unit | undefined,
  usual: { readonly value: number; readonly unit: Unit },
): number {
  return (given === undefined || given === 0 ? usual.value : given) * SECONDS[unit ?? usual.unit];
}
