import { own } from '../../own.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { isEnabled, type UserStatus } from './user-status.ts';
import type { PortUserRecord } from '../records.ts';

/** What ListUsers' Filter asks for. */
export interface UserFilter {
  /** What Keycloak can look for; absent for all users. */
  readonly search?: { readonly field: string; readonly value: string; readonly exact: boolean };
  /** What Keycloak does not know of, and is asked of each user. */
  fits?(user: PortUserRecord, status: () => UserStatus): boolean;
}

const FILTER = /^\s*"?([\w:]+)"?\s*(=|\^=)\s*"((?:[^"\\]|\\.)*)"\s*$/;

const FIELDS: Readonly<Record<string, string>> = {
  username: 'username',
  email: 'email',
  phone_number: 'phoneNumber',
  name: 'name',
  given_name: 'firstName',
  family_name: 'lastName',
  preferred_username: 'preferred_username',
};

/**
 * Reads a filter: `name = "value"`, or `name ^= "beginning"`.
 * @see Amazon Cognito API Reference, ListUsers
 * @throws CognitoError for anything else
 */
export function parseUserFilter(text: string): UserFilter {
  if (text.trim() === '') return {};
  const [, name = '', operator = '', quoted = ''] = FILTER.exec(text) ?? [];
  if (name === '') throw invalidParameter(`Error while parsing filter.`);
  const value = quoted.replace(/\\(.)/g, '$1');
  const exact = operator === '=';
  const matches = (found: string): boolean => (exact ? found === value : found.startsWith(value));
  const field = own(FIELDS, name);
  if (field !== undefined) return { search: { field, value: searched(field, value), exact } };
  switch (name) {
    case 'sub':
      return exact ? { search: { field: 'id', value, exact } } : { fits: ({ id }) => matches(id) };
    case 'status':
      return { fits: (user) => matches(isEnabled(user) ? 'Enabled' : 'Disabled') };
    case 'cognito:user_status':
      return { fits: (_user, status) => matches(status()) };
    default:
      throw invalidParameter(`Invalid search attribute: ${name}`);
  }
}

/** Keycloak keeps names and addresses in lower case. */
function searched(field: string, value: string): string {
  return field === 'username' || field === 'email' ? value.toLowerCase() : value;
}
