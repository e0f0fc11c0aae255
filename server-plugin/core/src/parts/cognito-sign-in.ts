import { adminInitiateAuth } from '../cognito/operations/admin-initiate-auth.ts';
import { adminRespondToAuthChallenge } from '../cognito/operations/admin-respond-to-auth-challenge.ts';
import { initiateAuth } from '../cognito/operations/initiate-auth.ts';
import { respondToAuthChallenge } from '../cognito/operations/respond-to-auth-challenge.ts';
import { cognitoPart } from '../cognito/part.ts';

/** The operations of the Cognito API by which users sign in. */
export const part = cognitoPart({
  InitiateAuth: initiateAuth,
  RespondToAuthChallenge: respondToAuthChallenge,
  AdminInitiateAuth: adminInitiateAuth,
  AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
});
