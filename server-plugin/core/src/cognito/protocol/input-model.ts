import type { Constraints, InputShape, Member, StructureShape } from './input-shape.ts';
import { javaPattern } from './java-pattern.ts';

/** What the model says of an operation's input, as text: `model/inputs.ts` has them. */
export type InputModel = string;

/** A shape in botocore's words. */
type ModelShape = Constraints &
  (
    | { readonly type: 'string' | 'integer' | 'boolean' }
    | { readonly type: 'list'; readonly member: ModelShape }
    | { readonly type: 'map'; readonly key: ModelShape; readonly value: ModelShape }
    | ModelStructure
  );

interface ModelStructure extends Constraints {
  readonly type: 'structure';
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, ModelShape>>;
}

/** Reads the shape of an input, with all that would else be made of it anew for every request. */
export function readModel(model: InputModel): StructureShape {
  return readShape(JSON.parse(model) as ModelShape) as StructureShape;
}

function readShape(shape: ModelShape): InputShape {
  const matcher = shape.pattern === undefined ? {} : { matcher: javaPattern(shape.pattern) };
  switch (shape.type) {
    case 'structure': {
      const { required = [], ...others } = shape;
      return { ...others, ...matcher, members: membersOf(shape.members, required) };
    }
    case 'list':
      return { ...shape, ...matcher, member: readShape(shape.member) };
    case 'map':
      return { ...shape, ...matcher, key: readShape(shape.key), value: readShape(shape.value) };
    default:
      return { ...shape, ...matcher };
  }
}

function membersOf(members: ModelStructure['members'], required: readonly string[]): readonly Member[] {
  return Object.entries(members).map(([name, shape]) => ({
    name,
    nameInPath: name.charAt(0).toLowerCase() + name.slice(1),
    isRequired: required.includes(name),
    shape: readShape(shape),
  }));
}
