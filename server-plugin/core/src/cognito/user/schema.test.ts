import { describe, expect, test } from 'vitest';
import { POOL_SETTINGS_ATTRIBUTE } from '../pool/pool-settings.ts';
import { describeSchema } from '../pool/pool-schema.ts';
import { type AttributeRule, schemaOf } from './schema.ts';
import { valueProblem } from './value-problem.ts';

/** Attributes as a pool asks for them that are to be required, and nothing else. */
const REQUIRED = ['birthdate', 'updated_at', 'nickname'].map((Name) => ({ Name, Required: true }));

describe.each([
  ['a plain pool', []],
  ['a pool that requires them', REQUIRED],
])('in %s every limit that DescribeUserPool shows holds', (_pool, Schema) => {
  const rules = schemaOf({ attributes: { [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify({ Schema }) } });

  test.each(describeSchema(Schema).filter(({ Name = '' }) => Name in rules))('$Name', (shown) => {
    const rule = rules[shown.Name ?? ''] as AttributeRule;
    const text = shown.StringAttributeConstraints;
    expect(rule).toEqual({
      name: shown.Name,
      type: shown.AttributeDataType,
      isRequired: shown.Required,
      isMutable: shown.Mutable,
      min: Number(text?.MinLength ?? shown.NumberAttributeConstraints?.MinValue),
      ...(text?.MaxLength === undefined ? {} : { max: Number(text.MaxLength) }),
    });
  });

  test.each([
    ['updated_at', '1790000000', undefined],
    ['updated_at', '0', undefined],
    ['updated_at', 'yesterday', 'The value must be a number.'],
    ['updated_at', '-1', 'Number must be at least 0.'],
    ['birthdate', '1815-12-10', undefined],
    ['birthdate', '10.12.1815', 'The date must be in the form YYYY-MM-DD.'],
    ['nickname', 'a'.repeat(2048), undefined],
    ['nickname', 'a'.repeat(2049), 'String length must be at most 2048.'],
  ])('%s = %s', (name, value, problem) => {
    expect(valueProblem(rules[name] as AttributeRule, value)).toBe(problem);
  });
});
