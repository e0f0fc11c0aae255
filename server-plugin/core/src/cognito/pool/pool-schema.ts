import type { SchemaAttributeType } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { attributeName, isStandardAttribute } from '../user/schema.ts';

const text = (Name: string, MinLength = '0', MaxLength = '2048'): SchemaAttributeType => ({
  Name,
  AttributeDataType: 'String',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength, MaxLength },
});

const flag = (Name: string): SchemaAttributeType => ({
  Name,
  AttributeDataType: 'Boolean',
  DeveloperOnlyAttribute: false,
  Mutable: true,
  Required: false,
});

/** Texts of every pool, around the two flags, in the order of DescribeUserPool. */
const TEXTS = [
  [
    'name',
    'given_name',
    'family_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'email',
  ],
  ['zoneinfo', 'locale', 'phone_number'],
] as const;

const STANDARD_ATTRIBUTES: readonly SchemaAttributeType[] = [
  { ...text('sub', '1'), Mutable: false, Required: true },
  ...TEXTS[0].map((name) => text(name)),
  flag('email_verified'),
  text('gender'),
  text('birthdate', '10', '10'),
  ...TEXTS[1].map((name) => text(name)),
  flag('phone_number_verified'),
  text('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
];

const nameOf = ({ Name = '', DeveloperOnlyAttribute = false }: SchemaAttributeType): string =>
  attributeName(Name, DeveloperOnlyAttribute);

/** The attributes of a pool, standard and custom, as DescribeUserPool lists them. */
export function describeSchema(schema: readonly SchemaAttributeType[]): readonly SchemaAttributeType[] {
  const given: Record<string, SchemaAttributeType> = {};
  for (const attribute of schema) given[nameOf(attribute)] = attribute;
  const standard = STANDARD_ATTRIBUTES.map((attribute) => ({ ...attribute, ...given[attribute.Name ?? ''] }));
  const custom = schema.filter(({ Name = '' }) => !isStandardName(Name));
  return [...standard, ...custom.map(describeCustom)];
}

function describeCustom(attribute: SchemaAttributeType): SchemaAttributeType {
  const { AttributeDataType = 'String' } = attribute;
  return {
    AttributeDataType,
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    ...(AttributeDataType === 'String' ? { StringAttributeConstraints: {} } : {}),
    ...(AttributeDataType === 'Number' ? { NumberAttributeConstraints: {} } : {}),
    ...attribute,
    Name: nameOf(attribute),
  };
}

const isStandardName = (name: string): boolean => name === 'sub' || isStandardAttribute(name);

/** @throws CognitoError for a schema that Cognito does not take */
export function checkSchema(schema: readonly SchemaAttributeType[]): void {
  const names = new Set<string>();
  for (const attribute of schema) {
    const name = nameOf(attribute);
    if (attribute.Name === undefined) throw invalidParameter('Schema attributes must have a name.');
    if (names.has(name)) {
      throw invalidParameter(`Duplicate custom attribute names ${name} are not allowed in a user pool schema.`);
    }
    names.add(name);
    if (attribute.Required === true && !isStandardName(attribute.Name)) {
      throw invalidParameter('Required custom attributes are not supported currently.');
    }
    checkRange(name, attribute);
  }
}

function checkRange(name: string, attribute: SchemaAttributeType): void {
  const { StringAttributeConstraints: texts, NumberAttributeConstraints: numbers } = attribute;
  const limits = [texts?.MinLength, texts?.MaxLength, numbers?.MinValue, numbers?.MaxValue];
  if (limits.some((limit) => limit !== undefined && !/^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(limit))) {
    throw invalidParameter(`Attribute ${name} has a constraint that is not a number.`);
  }
  const [minLength = '0', maxLength = '2048', min, max] = limits;
  if (Number(minLength) > Number(maxLength)) {
    throw invalidParameter(`Attribute ${name} cannot have a max length smaller than it's min length`);
  }
  if (min !== undefined && max !== undefined && Number(min) > Number(max)) {
    throw invalidParameter(`Attribute ${name} cannot have a max value smaller than it's min value`);
  }
}
