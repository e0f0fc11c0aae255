import { readPoolSettings } from '../pool/pool-settings.ts';
import type { PortPool } from '../records.ts';

/** What a pool says of one attribute, with the limits of CreateUserPool's Schema. */
export interface AttributeRule {
  readonly name: string;
  /** `String`, `Number`, `DateTime` or `Boolean`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly isMutable: boolean;
  /** Of text: characters. Of a number: its value. */
  readonly min?: number;
  readonly max?: number;
}

/** The standard attributes of every pool: the claims of OpenID Connect Core, section 5.1, without the two verified flags and `sub`. */
const STANDARD = [
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
] as const;

const MAX_LENGTH = 2048;

interface Constraints {
  readonly StringAttributeConstraints?: { readonly MinLength?: string; readonly MaxLength?: string };
  readonly NumberAttributeConstraints?: { readonly MinValue?: string; readonly MaxValue?: string };
  readonly DeveloperOnlyAttribute?: boolean;
}

/** The attributes that users of a pool can have, by name. */
export function schemaOf(pool: Pick<PortPool, 'attributes'>): Readonly<Record<string, AttributeRule>> {
  const rules: Record<string, AttributeRule> = {};
  for (const name of STANDARD) {
    rules[name] = { name, type: 'String', isRequired: false, isMutable: true, max: MAX_LENGTH };
  }
  for (const entry of readPoolSettings(pool).Schema ?? []) {
    const { Name, AttributeDataType = 'String', Required, Mutable } = entry;
    const { StringAttributeConstraints: text, NumberAttributeConstraints: number, ...more } = entry as Constraints;
    const name = attributeName(Name, more.DeveloperOnlyAttribute === true);
    if (name === 'sub') continue;
    const isNumber = AttributeDataType === 'Number';
    rules[name] = {
      name,
      type: AttributeDataType,
      isRequired: Required === true,
      isMutable: Mutable !== false,
      ...limit('min', isNumber ? number?.MinValue : text?.MinLength),
      ...limit('max', isNumber ? number?.MaxValue : (text?.MaxLength ?? String(MAX_LENGTH))),
    };
  }
  return rules;
}

/** Custom attributes are given by their plain names, and used under a prefix. */
export function attributeName(given: string, isDeveloperOnly: boolean): string {
  if (given === 'sub' || given.startsWith('custom:') || given.startsWith('dev:')) return given;
  if (isStandardAttribute(given)) return given;
  return `${isDeveloperOnly ? 'dev:' : ''}custom:${given}`;
}

/** Whether it is an attribute of every pool that users can be given. */
export function isStandardAttribute(name: string): boolean {
  return (STANDARD as readonly string[]).includes(name);
}

function limit(name: 'min' | 'max', text: string | undefined): { min?: number; max?: number } {
  return text === undefined || text === '' ? {} : { [name]: Number(text) };
}
