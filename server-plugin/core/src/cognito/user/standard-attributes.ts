import { COLUMN_LENGTH } from '../column-length.ts';
import type { SchemaAttributeType } from '../model/input-types.ts';

type SchemaAttribute = SchemaAttributeType & { readonly Name: string };

const COMMON = { DeveloperOnlyAttribute: false, Mutable: true, Required: false } as const;

const text = (Name: string, MinLength = '0', MaxLength = '2048'): SchemaAttribute => ({
  Name,
  AttributeDataType: 'String',
  ...COMMON,
  StringAttributeConstraints: { MinLength, MaxLength },
});

const flag = (Name: string): SchemaAttribute => ({ Name, AttributeDataType: 'Boolean', ...COMMON });

/**
 * The attributes of every pool, in the order of DescribeUserPool: the claims of OpenID Connect Core, section 5.1. The limits that
 * it shows are those that hold, so that a pool keeps its rules when it is exported and imported.
 */
export const STANDARD_ATTRIBUTES: readonly SchemaAttribute[] = [
  { ...text('sub', '1'), Mutable: false, Required: true },
  text('name'),
  text('given_name', '0', String(COLUMN_LENGTH)),
  text('family_name', '0', String(COLUMN_LENGTH)),
  text('middle_name'),
  text('nickname'),
  text('preferred_username'),
  text('profile'),
  text('picture'),
  text('website'),
  text('email'),
  flag('email_verified'),
  text('gender'),
  text('birthdate', '10', '10'),
  text('zoneinfo'),
  text('locale'),
  text('phone_number'),
  flag('phone_number_verified'),
  text('address'),
  { Name: 'updated_at', AttributeDataType: 'Number', ...COMMON, NumberAttributeConstraints: { MinValue: '0' } },
];

/** Set by the pool itself: no user is given them as attributes of the schema. */
const OWN_ATTRIBUTES: readonly string[] = ['sub', 'email_verified', 'phone_number_verified'];

/** Those that users can be given, by name. */
export const GIVEN_ATTRIBUTES: readonly SchemaAttribute[] = STANDARD_ATTRIBUTES.filter(
  ({ Name }) => !OWN_ATTRIBUTES.includes(Name),
).toSorted((one, other) => (one.Name < other.Name ? -1 : 1));

/** Whether it is an attribute of every pool that users can be given. */
export function isStandardAttribute(name: string): boolean {
  return GIVEN_ATTRIBUTES.some(({ Name }) => Name === name);
}
