import type { SignInKind } from '../signin/signin-kinds.ts';

/** Keycloak's own answer to a program that has password and code at hand: one request, by its own direct grant flow. */
export const DIRECT_GRANT: SignInKind = { name: 'directGrant', factor: 'totp' };

/** The same by the Cognito API: InitiateAuth with the password, RespondToAuthChallenge with the code. */
export const COGNITO: SignInKind = {
  name: 'cognito',
  factor: 'totp',
  policy: { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.softwareTokenMfa': 'true' },
};
