import { isEmailAddress } from '@lifeguard/shared/cognito';
import { readPoolSettings, type VerifiableAttribute } from '../pool/pool-settings.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import type { PortPool } from '../records.ts';
import type { Attribute } from './user-attributes.ts';
import { isPhoneNumber } from './value-problem.ts';

/** The name of a user who is being made. */
export interface NewName {
  /** For good: what was typed, or the `sub` where addresses and numbers, which change, are what users type. */
  readonly username: string;
  /** With the one that was typed as the name. */
  readonly attributes: readonly Attribute[];
  readonly impliedAttribute?: VerifiableAttribute;
}

/** @throws CognitoError for a name of a form that the pool does not take */
export function newName(
  pool: Pick<PortPool, 'attributes'>,
  input: { readonly id: string; readonly typedName: string; readonly attributes: readonly Attribute[] },
): NewName {
  const { id, typedName, attributes } = input;
  const { UsernameAttributes: names = [], AliasAttributes: aliases = [] } = readPoolSettings(pool);
  const form = formOf(typedName);
  if (names.length > 0) {
    if (form === undefined || !names.includes(form)) throw invalidParameter(expectedForm(names));
    const given = attributes.find(({ Name }) => Name === form)?.Value;
    if (given !== undefined && given !== typedName) throw invalidParameter(`Username and ${form} must be the same.`);
    const implied = given === undefined ? [{ Name: form, Value: typedName }] : [];
    return { username: id, attributes: [...implied, ...attributes], impliedAttribute: form };
  }
  if (form === 'email' && aliases.includes(form)) {
    throw invalidParameter('Username cannot be of email format, since user pool is configured for email alias.');
  }
  if (form === 'phone_number' && aliases.includes(form)) {
    throw invalidParameter(
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    );
  }
  return { username: typedName, attributes };
}

function formOf(text: string): VerifiableAttribute | undefined {
  if (isEmailAddress(text)) return 'email';
  return isPhoneNumber(text) ? 'phone_number' : undefined;
}

function expectedForm(names: readonly VerifiableAttribute[]): string {
  if (names.length > 1) return 'Username should be either an email or a phone number.';
  return names[0] === 'email' ? 'Username should be an email.' : 'Username should be a phone number.';
}
