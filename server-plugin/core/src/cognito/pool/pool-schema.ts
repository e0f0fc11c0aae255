import type { SchemaAttributeType } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { attributeName } from '../user/schema.ts';
import { isStandardAttribute, STANDARD_ATTRIBUTES } from '../user/standard-attributes.ts';
import { isNumber } from '../user/value-problem.ts';

const nameOf = ({ Name = '', DeveloperOnlyAttribute = false }: SchemaAttributeType): string =>
  attributeName(Name, DeveloperOnlyAttribute);

/** The attributes of a pool, standard and custom, as DescribeUserPool lists them. */
export function describeSchema(schema: readonly SchemaAttributeType[]): readonly SchemaAttributeType[] {
  const given: Record<string, SchemaAttributeType> = {};
  for (const attribute of schema) given[nameOf(attribute)] = attribute;
  const standard = STANDARD_ATTRIBUTES.map((attribute) => ({ ...attribute, ...given[attribute.Name] }));
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
  if (limits.some((limit) => limit !== undefined && !isNumber(limit))) {
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
