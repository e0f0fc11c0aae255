import { mayWriteBy } from '../client/attribute-access.ts';
import { readPoolSettings, TEMPORARY_PASSWORD_DAYS } from '../pool/pool-settings.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';
import type { UserChange } from '../records.ts';
import { setPassword } from '../user/passwords.ts';
import { requireFreeName, requireFreePreferredUsername } from '../user/aliases.ts';
import { CONTACTS } from '../user/contacts.ts';
import { readAttributes } from '../user/read-attributes.ts';
import { schemaOf } from '../user/schema.ts';
import { type Attribute, userAttributes, valueOf } from '../user/user-attributes.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { UPDATE_PASSWORD } from '../user/user-marks.ts';
import { newSession, sealSession } from './auth-session.ts';
import { type Parameters, requireParameter } from './parameters.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

const PREFIX = 'userAttributes.';
const DAY_IN_MILLIS = 86_400_000;

/** Whether the password has to be replaced: it is temporary, or Keycloak finds it too old. */
export function isNewPasswordDue({ ports, pool, user }: SignIn): boolean {
  return isTemporary(user) || (mayExpire(pool) && ports.openActions().includes(UPDATE_PASSWORD));
}

/** To ask Keycloak costs something, and few pools let passwords grow old. */
function mayExpire({ passwordPolicy }: SignIn['pool']): boolean {
  return passwordPolicy.includes('forceExpiredPasswordChange');
}

function isTemporary({ requiredActions }: SignIn['user']): boolean {
  return requiredActions.includes(UPDATE_PASSWORD);
}

/** @throws CognitoError for a temporary password that is older than the pool lets it become */
export function requireTemporaryPasswordValid({ ports, pool, user }: SignIn): void {
  // A page that has replaced the password knows nothing of the mark.
  if (!isTemporary(user)) return;
  const since = user.attributes[USER_MARKS.temporaryPasswordSince];
  const { TemporaryPasswordValidityDays: days = TEMPORARY_PASSWORD_DAYS } = readPoolSettings(pool);
  if (since === undefined || ports.now() < Number(since) + days * DAY_IN_MILLIS) return;
  throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
}

/** Both lists are texts, and both are always there: amazon-cognito-identity-js parses them. */
export function askForNewPassword(signIn: SignIn): SignInAnswer {
  const { ports, pool, user } = signIn;
  const schema = schemaOf(pool);
  const missing = Object.keys(schema).filter(
    (name) => schema[name]?.isRequired === true && valueOf(user, name) === undefined,
  );
  const known: Record<string, string> = {};
  for (const { Name, Value = '' } of userAttributes(pool, user)) if (Name !== 'sub') known[Name] = Value;
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: sealSession(ports, newSession(signIn, 'NEW_PASSWORD_REQUIRED')),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => PREFIX + name)),
      userAttributes: JSON.stringify(known),
    },
  };
}

/** @throws CognitoError when the pool's policy refuses the password, or an attribute can't be set; the session lives on */
export function setNewPassword(signIn: SignIn, responses: Parameters): void {
  const { ports } = signIn;
  const password = requireParameter(responses, 'NEW_PASSWORD');
  const change = attributesToAdd(signIn, responses);
  setPassword(ports, password);
  ports.updateUser({
    removeRequiredActions: [UPDATE_PASSWORD],
    ...change,
    attributes: { [USER_MARKS.temporaryPasswordSince]: null, ...change.attributes },
  });
}

/**
 * What the user has left to say. A temporary password proves little: with it nobody changes an address or a number that an administrator
 * has set.
 */
function attributesToAdd({ ports, pool, client, user }: SignIn, responses: Parameters): UserChange {
  const added: Attribute[] = [];
  for (const key of Object.keys(responses)) {
    const name = key.slice(PREFIX.length);
    const value = responses[key] ?? '';
    if (!key.startsWith(PREFIX) || value === '') continue;
    const before = valueOf(user, name);
    if (before === undefined) added.push({ Name: name, Value: value });
    else if (before !== value) throw notAuthorized(`Cannot modify an already provided ${name}`);
  }
  const mayWrite = mayWriteBy(pool, client);
  const { change, contacts } = readAttributes(pool, added, {
    isAdministrator: false,
    isNewUser: true,
    mayWrite,
    has: (name) => valueOf(user, name) !== undefined,
  });
  const { email, phone_number: phoneNumber } = contacts;
  for (const attribute of CONTACTS) {
    const value = contacts[attribute];
    if (typeof value === 'string') requireFreeName(ports, pool, { attribute, value, user });
  }
  requireFreePreferredUsername(ports, pool, { value: change.attributes?.['preferred_username'], user });
  return {
    ...(typeof email === 'string' ? { email, emailVerified: false } : {}),
    ...change,
    attributes: {
      ...(typeof phoneNumber === 'string' ? { phoneNumber, phoneNumberVerified: 'false' } : {}),
      ...change.attributes,
    },
  };
}
