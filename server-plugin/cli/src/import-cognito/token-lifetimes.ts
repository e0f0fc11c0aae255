import type { ExportedClient } from './cognito-export.ts';

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** How long a client's tokens are good for: of Cognito's, an hour, and thirty days for the refresh token, unless it says otherwise. */
export function tokenLifetimes(client: ExportedClient): {
  readonly accessInSeconds: number;
  readonly idInSeconds: number;
  readonly refreshInSeconds: number;
} {
  const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits: units = {} } = client;
  // Cognito says 0 for a lifetime that nobody has set.
  return {
    accessInSeconds: (AccessTokenValidity || 1) * secondsOf(AccessTokenValidity ? units.AccessToken : undefined, 3600),
    idInSeconds: (IdTokenValidity || 1) * secondsOf(IdTokenValidity ? units.IdToken : undefined, 3600),
    refreshInSeconds:
      (RefreshTokenValidity || 30) * secondsOf(RefreshTokenValidity ? units.RefreshToken : undefined, 86_400),
  };
}

function secondsOf(unit: string | undefined, usual: number): number {
  return SECONDS[unit ?? ''] ?? usual;
}
