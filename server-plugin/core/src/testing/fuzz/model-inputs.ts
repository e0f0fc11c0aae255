import fc from 'fast-check';
import * as inputs from '../../cognito/model/inputs.ts';
import { readModel } from '../../cognito/protocol/input-model.ts';
import type { InputShape, StructureShape } from '../../cognito/protocol/input-shape.ts';

/** Names of operations that the model has, with the shapes of their inputs. */
export const MODEL_INPUTS: readonly { readonly operation: string; readonly shape: StructureShape }[] = Object.entries(
  inputs,
).map(([operation, model]) => ({ operation, shape: readModel(model) }));

/** Values of a server that are real, by the names of members and of map keys: requests with them get further than others. */
export type RealValues = Readonly<Record<string, readonly string[]>>;

/** Inputs that have the types of the model, and mostly its lengths. */
export function modelInput(shape: InputShape, real: RealValues, name = ''): fc.Arbitrary<unknown> {
  const known = real[name];
  switch (shape.type) {
    case 'string': {
      const values = [...(known ?? []), ...(shape.enum ?? [])];
      const made = texts(shape);
      return values.length === 0 ? made : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, made);
    }
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.min ?? 0, max: shape.max ?? 1_000 });
    case 'list':
      return fc.array(modelInput(shape.member, real, name), {
        minLength: shape.min ?? 0,
        maxLength: (shape.min ?? 0) + 2,
      });
    case 'map':
      return realMap(shape.value, real);
    case 'structure': {
      const members: Record<string, fc.Arbitrary<unknown>> = {};
      for (const member of shape.members) members[member.name] = modelInput(member.shape, real, member.name);
      // Not required by the model, but nothing begins without them.
      const needed = ['AuthParameters', 'ChallengeResponses'].filter((member) => member in members);
      const required = shape.members.filter(({ isRequired }) => isRequired).map((member) => member.name);
      return withFewOptions(members, [...required, ...needed]);
    }
  }
}

/** Mostly without what may be left out: of many members one is wrong, and nothing else of the request is looked at. */
function withFewOptions(
  members: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  required: readonly string[],
): fc.Arbitrary<unknown> {
  const optional = Object.keys(members).filter((name) => !required.includes(name));
  return fc.subarray(optional, { maxLength: Math.min(3, optional.length) }).chain((chosen) => {
    const names = [...required, ...chosen];
    return fc.record(Object.fromEntries(names.map((name) => [name, members[name] ?? fc.constant(null)])));
  });
}

/** Letters and digits where the model has a pattern, which most patterns take; anything where it has none. */
function texts({ min = 0, max = 40, pattern }: InputShape): fc.Arbitrary<string> {
  const lengths = { minLength: min, maxLength: Math.min(max, min + 20) };
  if (pattern === undefined) return fc.string(lengths);
  return fc.string({ ...lengths, unit: fc.constantFrom(...'abcXYZ019') });
}

/** A map whose keys are those that the server looks for, mostly. */
function realMap(value: InputShape, real: RealValues): fc.Arbitrary<unknown> {
  const keys = Object.keys(real).filter((key) => key === key.toUpperCase());
  return fc
    .subarray(keys, { minLength: keys.length - 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, modelInput(value, real, key)]))));
}
