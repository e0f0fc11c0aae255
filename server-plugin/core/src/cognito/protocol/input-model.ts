import type { InputShape, StructureShape } from './input-shape.ts';
import { javaPattern } from './java-pattern.ts';

/** What the model says of an operation's input, as text: `model/inputs.ts` has them. */
export type InputModel = string;

/** Reads the shape of an input, with its patterns as JavaScript has them. */
export function readModel(model: InputModel): StructureShape {
  return withMatchers(JSON.parse(model) as StructureShape) as StructureShape;
}

function withMatchers(shape: InputShape): InputShape {
  const matcher = shape.pattern === undefined ? {} : { matcher: javaPattern(shape.pattern) };
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members).map(([name, member]) => [name, withMatchers(member)] as const);
      return { ...shape, ...matcher, members: Object.fromEntries(members) };
    }
    case 'list':
      return { ...shape, ...matcher, member: withMatchers(shape.member) };
    case 'map':
      return { ...shape, ...matcher, key: withMatchers(shape.key), value: withMatchers(shape.value) };
    default:
      return { ...shape, ...matcher };
  }
}
