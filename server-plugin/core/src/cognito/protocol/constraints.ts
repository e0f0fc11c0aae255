import type { InputShape } from './input-shape.ts';

/** A kind of constraint that a shape can have, as the model names it. */
type Kind = 'enum' | 'pattern' | 'min' | 'max';

/** In this order AWS tells of those that one value breaks. */
const KINDS: readonly Kind[] = ['enum', 'pattern', 'min', 'max'];

/** Each of the shape's own constraints that a value breaks, in the words of AWS. Null breaks none. */
export function brokenConstraints(shape: InputShape, value: unknown): readonly string[] {
  return KINDS.filter((kind) => BREAKS[kind](shape, value)).map((kind) => textOf(shape, kind));
}

/** What all elements of a list or a map have to satisfy, which AWS tells in another order. */
export function elementConstraints(shape: InputShape): readonly string[] {
  const has = (kind: Kind) => shape[kind] !== undefined;
  return (['max', 'min', 'pattern', 'enum'] as const).filter(has).map((kind) => textOf(shape, kind));
}

/** Whether a value breaks none of them. Called for every value of every request. */
export function satisfies(shape: InputShape, value: unknown): boolean {
  return !(
    BREAKS.enum(shape, value) ||
    BREAKS.max(shape, value) ||
    BREAKS.min(shape, value) ||
    BREAKS.pattern(shape, value)
  );
}

/** Whether a value breaks the shape's constraint of that kind. */
const BREAKS: Readonly<Record<Kind, (shape: InputShape, value: unknown) => boolean>> = {
  max: ({ max }, value) => max !== undefined && measure(value) > max,
  min: ({ min }, value) => min !== undefined && measure(value) < min,
  enum: ({ enum: values }, value) => values !== undefined && typeof value === 'string' && !values.includes(value),
  pattern({ matcher, max }, value) {
    // What is too long is not matched: engines take their time for some patterns.
    if (matcher === undefined || typeof value !== 'string' || (max !== undefined && value.length > max)) return false;
    return !matcher.test(value);
  },
};

function textOf({ type, min, max, pattern, enum: values = [] }: InputShape, kind: Kind): string {
  const what = type === 'integer' ? 'value' : 'length';
  switch (kind) {
    case 'max':
      return `Member must have ${what} less than or equal to ${max}`;
    case 'min':
      return `Member must have ${what} greater than or equal to ${min}`;
    case 'enum':
      return `Member must satisfy enum value set: [${values.join(', ')}]`;
    case 'pattern':
      return `Member must satisfy regular expression pattern: ${pattern}`;
  }
}

/** An integer, or the length of anything else; null is neither. */
function measure(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value === null ? NaN : Object.keys(value as object).length;
}
