import { COLUMN_LENGTH } from '../column-length.ts';
import type { SchemaAttributeType } from '../model/input-types.ts';
import { readPoolSettings } from '../pool/pool-settings.ts';
import type { PortPool } from '../records.ts';
import { GIVEN_ATTRIBUTES, isStandardAttribute } from './standard-attributes.ts';

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

/** Of text, where the schema says nothing. */
const MAX_LENGTH = '2048';

/** Keycloak has columns of its own for these; all others are attributes, of any length. */
const IN_COLUMNS: readonly string[] = ['family_name', 'given_name'];

/** The attributes that users of a pool can have, by name. */
export function schemaOf(pool: Pick<PortPool, 'attributes'>): Readonly<Record<string, AttributeRule>> {
  const rules: Record<string, AttributeRule> = {};
  for (const attribute of GIVEN_ATTRIBUTES) rules[attribute.Name] = ruleOf(attribute.Name, attribute);
  for (const entry of readPoolSettings(pool).Schema ?? []) {
    const name = attributeName(entry.Name, entry.DeveloperOnlyAttribute === true);
    if (name === 'sub') continue;
    const standard = GIVEN_ATTRIBUTES.find(({ Name }) => Name === name);
    rules[name] = ruleOf(name, { ...standard, ...entry });
  }
  return rules;
}

function ruleOf(name: string, attribute: SchemaAttributeType): AttributeRule {
  const { AttributeDataType: type = 'String', Required, Mutable } = attribute;
  const { StringAttributeConstraints: text, NumberAttributeConstraints: number } = attribute;
  const isNumber = type === 'Number';
  return {
    name,
    type,
    isRequired: Required === true,
    isMutable: Mutable !== false,
    ...limit('min', isNumber ? number?.MinValue : text?.MinLength),
    ...limit('max', isNumber ? number?.MaxValue : maxLength(name, text?.MaxLength)),
  };
}

/** Custom attributes are given by their plain names, and used under a prefix. */
export function attributeName(given: string, isDeveloperOnly: boolean): string {
  if (given === 'sub' || given.startsWith('custom:') || given.startsWith('dev:')) return given;
  if (isStandardAttribute(given)) return given;
  return `${isDeveloperOnly ? 'dev:' : ''}custom:${given}`;
}

function maxLength(name: string, wanted = MAX_LENGTH): string {
  return IN_COLUMNS.includes(name) ? String(Math.min(COLUMN_LENGTH, Number(wanted))) : wanted;
}

function limit(name: 'min' | 'max', text: string | undefined): { min?: number; max?: number } {
  return text === undefined || text === '' ? {} : { [name]: Number(text) };
}
