import { DEFAULT_POOL_POLICY } from '@lifeguard/shared/mfa';
import { type CognitoError, invalidParameter, notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { ChallengeName } from './challenge-name.ts';
import type { SignIn } from './sign-in.ts';

/**
 * What a Session says. It is sealed, so that nobody can read or make one, and is bound to the pool that sealed it, the client, the user
 * and the challenge.
 */
export interface AuthSession {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  /** As it was typed at the beginning, or what {@link carriedName} makes of it. */
  readonly typedName: string;
  readonly challenge: ChallengeName;
  readonly startedAtInMillis: number;
  readonly lifeInSeconds: number;
  /** How far a set-up has come: a seed was made under that id, or its first code was right. */
  readonly setUp?: { readonly seed: string; readonly isVerified: boolean };
}

/** A spent mark has to outlive the session, whichever clock decides. */
const KEPT_AFTER_EXPIRY_IN_SECONDS = 60;

/** How long sessions of this client, and their codes, are good for: its AuthSessionValidity, else what the pool says of codes. */
export function sessionLifeInSeconds({ parsedPolicy, settings }: Pick<SignIn, 'parsedPolicy' | 'settings'>): number {
  if (settings.AuthSessionValidity !== undefined) return settings.AuthSessionValidity * 60;
  return (parsedPolicy.ok ? parsedPolicy.policy : DEFAULT_POOL_POLICY).smsCodeValidityInSeconds;
}

/** As long as a Username of the model. Six bytes for each letter, as JSON spells the worst, still leave a Session within its 2,048 letters. */
const LONGEST_NAME = 128;

/** The name that a session carries: the typed one or, where that is too long, a short one that is always the same for it. */
export function carriedName(ports: CognitoPorts, typedName: string): string {
  return typedName.length > LONGEST_NAME ? ports.pseudonym({ text: `name ${typedName.toLowerCase()}` }) : typedName;
}

/** A new session for a challenge. */
export function newSession(signIn: SignIn, challenge: ChallengeName, setUp?: AuthSession['setUp']): AuthSession {
  const { ports, client, user, typedName } = signIn;
  return {
    id: ports.randomText({ length: 16 }),
    clientId: client.clientId,
    userId: user.id,
    typedName: carriedName(ports, typedName),
    challenge,
    startedAtInMillis: ports.now(),
    lifeInSeconds: sessionLifeInSeconds(signIn),
    ...(setUp === undefined ? {} : { setUp }),
  };
}

export function sealSession(ports: CognitoPorts, session: AuthSession): string {
  return ports.seal({ text: JSON.stringify(session) });
}

const INVALID = 'Invalid session for the user.';

/**
 * Reads the Session of a request. Its pool is open then, if none was.
 * @throws CognitoError for anything but a session of that challenge that lives and was not answered yet
 */
export function openSession(ports: CognitoPorts, sealed: string | undefined, challenge: ChallengeName): AuthSession {
  if (sealed === undefined) throw invalidParameter('Missing required parameter Session');
  const text = ports.unseal({ sealed });
  if (text === null) throw notAuthorized(INVALID);
  const session = JSON.parse(text) as AuthSession;
  if (session.challenge !== challenge) throw notAuthorized(INVALID);
  if (ports.now() >= session.startedAtInMillis + session.lifeInSeconds * 1000) {
    throw notAuthorized('Invalid session for the user, session is expired.');
  }
  if (ports.isSpent({ key: keyOf(session) })) throw spent();
  return session;
}

/** @throws CognitoError unless the session is this client's and this user's */
export function requireSessionOf(session: AuthSession, { client, user }: Pick<SignIn, 'client' | 'user'>): void {
  if (session.clientId !== client.clientId || session.userId !== user.id) throw notAuthorized(INVALID);
}

/** Ends a session that was answered rightly: exactly one request gets past this. */
export function spendSession(ports: CognitoPorts, session: AuthSession): void {
  const lifeInSeconds = session.lifeInSeconds + KEPT_AFTER_EXPIRY_IN_SECONDS;
  if (!ports.spend({ key: keyOf(session), lifeInSeconds })) throw spent();
}

export function invalidSession(): CognitoError {
  return notAuthorized(INVALID);
}

function spent(): CognitoError {
  return notAuthorized('Invalid session for the user, session can only be used once.');
}

function keyOf({ id }: AuthSession): string {
  return `session:${id}`;
}
