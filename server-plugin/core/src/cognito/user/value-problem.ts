import { isEmailAddress } from '@lifeguard/shared/cognito';
import { E164_PATTERN } from '@lifeguard/shared/mfa';
import { invalidParameter } from '../protocol/cognito-error.ts';
import type { AttributeRule } from './schema.ts';

const PHONE_NUMBER = new RegExp(E164_PATTERN);
const NUMBER = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/**
 * What keeps a value that is not blank from being one of the attribute.
 * @throws CognitoError for addresses and numbers, of which Cognito speaks first
 */
export function valueProblem({ name, type, min, max }: AttributeRule, value: string): string | undefined {
  if (name === 'email' && !isEmailAddress(value)) throw invalidParameter('Invalid email address format.');
  if (name === 'phone_number' && !PHONE_NUMBER.test(value)) throw invalidParameter('Invalid phone number format.');
  if (name === 'birthdate' && !DATE.test(value)) return 'The date must be in the form YYYY-MM-DD.';
  switch (type) {
    case 'Number':
      if (!isNumber(value)) return 'The value must be a number.';
      return rangeProblem(Number(value), { min, max }, 'Number must be');
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'The value must be true or false.';
    case 'DateTime':
      return Number.isNaN(Number(value)) && !DATE.test(value.slice(0, 10)) ? 'The value must be a date.' : undefined;
    default:
      if (hasControlCharacter(value)) return 'String must not contain control characters.';
      return rangeProblem(value.length, { min, max }, 'String length must be');
  }
}

export function isPhoneNumber(text: string): boolean {
  return PHONE_NUMBER.test(text);
}

/** Whether text is a number as attributes and their limits are written: without exponent, exact in every language. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** PostgreSQL keeps no NUL, and nothing else of these has a place in a name or an address. Tabs and line ends have. */
function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 127 || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)) return true;
  }
  return false;
}

function rangeProblem(
  value: number,
  { min, max }: { readonly min: number | undefined; readonly max: number | undefined },
  what: string,
): string | undefined {
  if (min !== undefined && value < min) return `${what} at least ${min}.`;
  return max !== undefined && value > max ? `${what} at most ${max}.` : undefined;
}
