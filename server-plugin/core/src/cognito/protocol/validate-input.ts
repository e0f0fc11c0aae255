import { invalidParameter } from './cognito-error.ts';
import type { StructureShape } from './input-shape.ts';
import type { Members } from './parse-body.ts';
import { readValue } from './read-value.ts';
import { violations } from './violations.ts';

/**
 * The members of a request that the model knows, without those that are null.
 * @throws CognitoError SerializationException for a wrong type, InvalidParameterException for what the model's constraints forbid
 */
export function validateInput(shape: StructureShape, members: Members): Members {
  const input = readValue(shape, members) as Members;
  const problems = violations(shape, input);
  if (problems.length === 0) return input;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw invalidParameter(`${count} detected: ${problems.join('; ')}`);
}
