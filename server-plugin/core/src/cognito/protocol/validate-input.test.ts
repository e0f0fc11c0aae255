import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as inputs from '../model/inputs.ts';
import { CognitoError } from './cognito-error.ts';
import { readModel } from './input-model.ts';
import type { InputShape } from './input-shape.ts';
import type { Members } from './parse-body.ts';
import { validateInput } from './validate-input.ts';

function refusal(model: string, members: unknown): { readonly type: string; readonly message: string } {
  try {
    validateInput(readModel(model), members as Members);
  } catch (error) {
    if (error instanceof CognitoError) return { type: error.type, message: error.message };
    throw error;
  }
  throw new Error('accepted');
}

const pool = 'us-east-1_abcdefghi';

test('members that the model does not know, and those that are null, are as if they were not there', () => {
  const input = { UserPoolId: pool, MfaConfiguration: null, Else: 1, SmsMfaConfiguration: { Else: 1 }, toString: 1 };
  expect(validateInput(readModel(inputs.SetUserPoolMfaConfig), input)).toEqual({
    UserPoolId: pool,
    SmsMfaConfiguration: {},
  });
});

test('what is null in a map is as if it were not there', () => {
  const AuthParameters = { REFRESH_TOKEN: 'token', DEVICE_KEY: null };
  const input = { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: 'client', AuthParameters };
  expect(validateInput(readModel(inputs.InitiateAuth), input)).toEqual({
    ...input,
    AuthParameters: { REFRESH_TOKEN: 'token' },
  });
});

test('a body can name members as every object has them', () => {
  const text = `{"UserPoolId":"${pool}","Username":"a","ClientMetadata":{"__proto__":"x","constructor":"y"}}`;
  const input = validateInput(readModel(inputs.AdminConfirmSignUp), JSON.parse(text) as Members);
  expect(JSON.stringify(input)).toBe(text);
});

describe('the words of AWS', () => {
  test.each([
    [
      'an enum',
      inputs.InitiateAuth,
      { AuthFlow: 'NONE', ClientId: 'abc' },
      "1 validation error detected: Value 'NONE' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]",
    ],
    [
      'what is missing',
      inputs.DescribeUserPool,
      {},
      "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null",
    ],
    [
      'more than one, of a secret value',
      inputs.VerifySoftwareToken,
      { UserCode: 'ab' },
      "2 validation errors detected: Value at 'userCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9]+; Value at 'userCode' failed to satisfy constraint: Member must have length greater than or equal to 6",
    ],
    [
      'elements of a list',
      inputs.UpdateUserPool,
      { UserPoolId: pool, AutoVerifiedAttributes: ['email', 'name'] },
      "1 validation error detected: Value '[email, name]' at 'autoVerifiedAttributes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [phone_number, email]]",
    ],
    [
      'structures in a list',
      inputs.CreateUserPool,
      { PoolName: 'a', Schema: [{ Name: 'a' }, { Name: 'phone_number_verified' }] },
      "1 validation error detected: Value 'phone_number_verified' at 'schema.2.member.name' failed to satisfy constraint: Member must have length less than or equal to 20",
    ],
    [
      'values of a map',
      inputs.TagResource,
      { ResourceArn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool}`, Tags: { a: 'b'.repeat(257) } },
      `1 validation error detected: Value '{a=${'b'.repeat(257)}}' at 'tags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 0]`,
    ],
    [
      'an integer in a structure',
      inputs.CreateUserPool,
      { PoolName: 'a', Policies: { PasswordPolicy: { MinimumLength: 5 } } },
      "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
    ],
  ])('%s', (_, model, members, message) => {
    expect(refusal(model, members)).toEqual({ type: 'InvalidParameterException', message });
  });

  test.each([
    [{ UserPoolId: 1 }, 'NUMBER_VALUE can not be converted to a String'],
    [{ UserPoolId: true }, 'TRUE_VALUE can not be converted to a String'],
    [{ UserPoolId: [] }, 'Start of list found where not expected'],
    [{ UserPoolId: {} }, 'Start of structure or map found where not expected.'],
    [{ SoftwareTokenMfaConfiguration: { Enabled: 'true' } }, 'STRING_VALUE can not be converted to a Boolean'],
    [{ SoftwareTokenMfaConfiguration: 'on' }, 'Expected null'],
    [{ SoftwareTokenMfaConfiguration: [] }, 'Start of list found where not expected'],
  ])('a wrong type: %j', (members, message) => {
    expect(refusal(inputs.SetUserPoolMfaConfig, members)).toEqual({ type: 'SerializationException', message });
  });

  test('no number but one of 32 bits is an integer', () => {
    for (const MaxResults of [1.5, 2 ** 31]) {
      expect(refusal(inputs.ListUserPools, { MaxResults }).type).toBe('SerializationException');
    }
  });
});

const MODELS = Object.entries(inputs).map(([name, model]) => ({
  name,
  model,
  shape: readModel(model),
}));

/** Texts that satisfy a pattern of the model; those without a pattern may hold anything. */
function texts({ pattern, min = 0, max = 131072, enum: values }: InputShape): fc.Arbitrary<string> {
  if (values !== undefined) return fc.constantFrom(...values);
  if (pattern?.includes('arn:') === true) return fc.constant('arn:aws:iam::000000000000:role/x');
  const fits = (text: string) => text.length >= min && text.length <= max;
  if (pattern === undefined)
    return fc.string({ minLength: min, maxLength: Math.min(max, min + 9), unit: 'grapheme' }).filter(fits);
  // fast-check knows no \p.
  const ascii = pattern
    .replace('(?s)', '')
    .replaceAll(/(\\p\{.\})+/g, 'a-zA-Z!-/:-@')
    .replaceAll('[\\S]', '[!-~]');
  const match = fc.stringMatching(new RegExp(`^(?:${ascii})$`));
  return match
    .map((text) => (text + text.slice(-1).repeat(min)).slice(0, Math.max(min, text.length)))
    .filter(fits)
    .filter((text) => new RegExp(`^(?:${ascii})$`).test(text));
}

function valid(shape: InputShape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return texts(shape);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.min ?? 0, max: shape.max ?? 100 });
    case 'list':
      return fc.array(valid(shape.member), {
        minLength: shape.min ?? 0,
        maxLength: Math.min(shape.max ?? 3, (shape.min ?? 0) + 2),
      });
    case 'map':
      return fc.dictionary(texts(shape.key), valid(shape.value), { maxKeys: 2 });
    case 'structure': {
      const members = Object.fromEntries(shape.members.map((member) => [member.name, valid(member.shape)]));
      return fc.record(members, {
        requiredKeys: shape.members.filter((member) => member.isRequired).map(({ name }) => name),
      });
    }
  }
}

const SAMPLES = new Map<InputShape, unknown>();

/** One value that a shape accepts. */
function sample(shape: InputShape): unknown {
  if (!SAMPLES.has(shape)) SAMPLES.set(shape, fc.sample(valid(shape), { numRuns: 1, seed: 7 })[0]);
  return SAMPLES.get(shape);
}

interface Mutation {
  readonly path: string;
  readonly constraint: string;
  readonly mutate: (value: unknown) => unknown;
}

/** Each way to break one constraint of the model. */
function mutations(shape: InputShape, path: string): readonly Mutation[] {
  const found: Mutation[] = [];
  const here = (constraint: string, bad: unknown) => found.push({ path, constraint, mutate: () => bad });
  const what = shape.type === 'integer' ? 'value' : 'length';
  if (shape.max !== undefined && shape.max < 20_000)
    here(`Member must have ${what} less than or equal to ${shape.max}`, oversized(shape, shape.max));
  if (shape.min !== undefined && shape.min > 0)
    here(`Member must have ${what} greater than or equal to ${shape.min}`, undersized(shape));
  if (shape.pattern !== undefined && shape.pattern !== '(?s).*')
    here(
      `Member must satisfy regular expression pattern: ${shape.pattern}`,
      ' \u0000'.repeat(30).slice(0, Math.min(60, shape.max ?? 60)),
    );
  if (shape.enum !== undefined) here(`Member must satisfy enum value set: [${shape.enum.join(', ')}]`, 'else');
  if (shape.type === 'structure') {
    for (const { name, isRequired, shape: member } of shape.members) {
      const at = `${path}${path === '' ? '' : '.'}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      for (const { mutate, ...rest } of mutations(member, at)) {
        found.push({
          ...rest,
          mutate: (value) => ({ ...(value as object), [name]: mutate((value as Members)[name] ?? sample(member)) }),
        });
      }
      if (isRequired) {
        found.push({
          path: at,
          constraint: 'Member must not be null',
          mutate: (value) => ({ ...(value as object), [name]: null }),
        });
      }
    }
  }
  if (shape.type === 'list') {
    const isStructure = shape.member.type === 'structure';
    for (const { path: inner, constraint, mutate } of mutations(
      shape.member,
      isStructure ? `${path}.1.member` : path,
    )) {
      found.push({
        path: inner,
        constraint,
        mutate: (value) => {
          const [first = sample(shape.member), ...rest] = value as readonly unknown[];
          return [mutate(first), ...rest];
        },
      });
    }
  }
  return found;
}

function oversized(shape: InputShape, max: number): unknown {
  if (shape.type === 'integer') return max + 1;
  if (shape.type === 'list') return Array.from({ length: max + 1 }, () => sample(shape.member));
  if (shape.type === 'map')
    return Object.fromEntries(Array.from({ length: max + 1 }, (_, key) => [`k${key}`, sample(shape.value)]));
  return 'a'.repeat(max + 1);
}

function undersized(shape: InputShape): unknown {
  if (shape.type === 'integer') return (shape.min ?? 0) - 1;
  if (shape.type === 'list') return [];
  return shape.type === 'map' ? {} : 'a'.repeat((shape.min ?? 0) - 1);
}

describe.each(MODELS)('$name', ({ model, shape }) => {
  test('what the model allows is let through as it is', () => {
    fc.assert(
      fc.property(valid(shape), (input) => {
        expect(validateInput(readModel(model), input as Members)).toEqual(input);
      }),
      { numRuns: 10 },
    );
  });

  test('each constraint that is broken is told, wherever it is', () => {
    const base = sample(shape);
    for (const { path, constraint, mutate } of mutations(shape, '')) {
      const { type, message } = refusal(model, mutate(base));
      expect(type).toBe('InvalidParameterException');
      expect(message).toContain(`at '${path}' failed to satisfy constraint: `);
      expect(message).toContain(constraint);
    }
  });
});
