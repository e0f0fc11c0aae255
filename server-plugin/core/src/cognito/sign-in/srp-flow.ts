import { COGNITO_ATTRIBUTES, poolIdOf, poolNameOf } from '@lifeguard/shared/cognito';
import { invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { SrpChallenge } from '../records.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { hidesExistence, simulatedName } from '../user/hidden-existence.ts';
import { WRONG_PASSWORD } from '../user/passwords.ts';
import { afterPassword } from './after-password.ts';
import {
  type AuthSession,
  carriedName,
  newSession,
  openSession,
  requireSessionOf,
  sealSession,
  sessionLifeInSeconds,
  spendSession,
} from './auth-session.ts';
import { type Parameters, requireParameter } from './parameters.ts';
import type { ClientContext } from '../client/open-client.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';
import { requireSignInAllowed } from './user-guard.ts';

const HEX = /^[0-9a-fA-F]{1,1024}$/;

/** USER_SRP_AUTH: the server's half of the exchange. Where existence is hidden, unknown users get one that nobody can finish. */
export function startSrpFlow(place: ClientContext, typedName: string, aHex: string): SignInAnswer {
  const { ports, pool, settings } = place;
  if (pool.attributes[COGNITO_ATTRIBUTES.srp] !== 'true') {
    throw invalidParameter(
      'USER_SRP_AUTH is switched off in this user pool, which keeps no verifiers of passwords. ' +
        `Use USER_PASSWORD_AUTH, or have an administrator set ${COGNITO_ATTRIBUTES.srp}.`,
    );
  }
  if (!HEX.test(aHex)) throw invalidParameter('Invalid SRP_A value.');
  const isHidden = hidesExistence(settings);
  const poolName = poolNameOf(poolIdOf(pool) ?? '');
  const user = findUser(ports, pool, typedName);
  if (user === undefined) {
    ports.tellFailure({ error: 'user_not_found' });
    if (!isHidden) throw userNotFound();
    return simulated(place, typedName, aHex);
  }
  requireSignInAllowed(ports, user);
  const challenge = ports.startSrp({ aHex, poolName });
  if (challenge === null) {
    if (isHidden) return simulated({ ...place, user }, typedName, aHex);
    throw notAuthorized(
      'No SRP verifier is kept for this user yet. One is made when the user signs in once by USER_PASSWORD_AUTH or on the pages, ' +
        'or when the password is set.',
    );
  }
  const signIn = { ...place, user, typedName };
  return verifierChallenge(user.username, challenge, sealSession(ports, newSession(signIn, 'PASSWORD_VERIFIER')));
}

/** Looks like any other, and stands for somebody who is not there, or has no verifier. */
function simulated(
  place: ClientContext & { readonly user?: SignIn['user'] },
  typedName: string,
  aHex: string,
): SignInAnswer {
  const { ports, client, pool, user } = place;
  const poolName = poolNameOf(poolIdOf(pool) ?? '');
  const session: AuthSession = {
    id: ports.randomText({ length: 16 }),
    clientId: client.clientId,
    userId: user?.id ?? ports.randomId(),
    typedName: carriedName(ports, typedName),
    challenge: 'PASSWORD_VERIFIER',
    startedAtInMillis: ports.now(),
    lifeInSeconds: sessionLifeInSeconds(place),
  };
  const username = user?.username ?? simulatedName(ports, pool, typedName);
  const challenge = ports.simulateSrp({ aHex, poolName, username });
  return verifierChallenge(username, challenge, sealSession(ports, session));
}

function verifierChallenge(name: string, { saltHex, bHex, secretBlock }: SrpChallenge, session: string): SignInAnswer {
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: session,
    ChallengeParameters: {
      SALT: saltHex,
      SECRET_BLOCK: secretBlock,
      SRP_B: bHex,
      USERNAME: name,
      USER_ID_FOR_SRP: name,
    },
  };
}

/** PASSWORD_VERIFIER: the client's proof. The secret block says which exchange it is; a Session is checked where it is given. */
export function answerSrp(
  place: ClientContext,
  user: SignIn['user'] | undefined,
  { responses, session: sealed }: { readonly responses: Parameters; readonly session: string | undefined },
): SignInAnswer {
  const { ports, pool } = place;
  const proof = {
    poolName: poolNameOf(poolIdOf(pool) ?? ''),
    secretBlock: requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    timestamp: requireParameter(responses, 'TIMESTAMP'),
  };
  const typedName = requireParameter(responses, 'USERNAME');
  if (user === undefined) throw notAuthorized(WRONG_PASSWORD);
  const signIn = { ...place, user, typedName };
  requireSignInAllowed(ports, user);
  const session = sealed === undefined ? undefined : openSession(ports, sealed, 'PASSWORD_VERIFIER');
  if (session !== undefined) requireSessionOf(session, signIn);
  const verdict = ports.checkSrp(proof);
  if (verdict !== 'right') {
    // A proof that comes again, after an answer that was lost, is nobody's guess.
    if (verdict === 'wrong') ports.countFailure({ factor: 'password' });
    ports.tellFailure({ error: 'invalid_user_credentials' });
    throw notAuthorized(WRONG_PASSWORD);
  }
  if (session !== undefined) spendSession(ports, session);
  return afterPassword({ ...signIn, typedName: session?.typedName ?? typedName });
}
