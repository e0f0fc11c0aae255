import type { InputShape } from './input-shape.ts';
import { javaPattern } from './java-pattern.ts';

/** What a value has to satisfy, in the words of AWS. Null breaks none of them. */
export interface Constraint {
  readonly text: string;
  readonly isBroken: (value: unknown) => boolean;
}

/** The constraints that a shape itself has, without those of what is in it. */
export function constraintsOf({ type, min, max, pattern, enum: values }: InputShape): readonly Constraint[] {
  const what = type === 'integer' ? 'value' : 'length';
  const constraints: Constraint[] = [];
  if (values !== undefined) {
    const text = `Member must satisfy enum value set: [${values.join(', ')}]`;
    constraints.push({ text, isBroken: (value) => typeof value === 'string' && !values.includes(value) });
  }
  if (pattern !== undefined) {
    constraints.push({
      text: `Member must satisfy regular expression pattern: ${pattern}`,
      // What is too long is not matched: engines take their time for some patterns.
      isBroken: (value) =>
        typeof value === 'string' && value.length <= (max ?? value.length) && !javaPattern(pattern).test(value),
    });
  }
  if (min !== undefined) {
    const text = `Member must have ${what} greater than or equal to ${min}`;
    constraints.push({ text, isBroken: (value) => measure(value) < min });
  }
  if (max !== undefined) {
    const text = `Member must have ${what} less than or equal to ${max}`;
    constraints.push({ text, isBroken: (value) => measure(value) > max });
  }
  return constraints;
}

/** An integer, or the length of anything else; null is neither. */
function measure(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value === null ? NaN : Object.keys(value as object).length;
}
