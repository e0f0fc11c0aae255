/** A shape of the model, in botocore's words but for the members of structures. */
export type InputShape = Constraints &
  (
    | { readonly type: 'string' | 'integer' | 'boolean' }
    | { readonly type: 'list'; readonly member: InputShape }
    | { readonly type: 'map'; readonly key: InputShape; readonly value: InputShape }
    | StructureShape
  );

export interface StructureShape extends Constraints {
  readonly type: 'structure';
  readonly members: readonly Member[];
}

/** A member of a structure. */
export interface Member {
  readonly name: string;
  /** As messages have it: with a small letter at its beginning. */
  readonly nameInPath: string;
  readonly isRequired: boolean;
  readonly shape: InputShape;
}

/** What a value has to satisfy beside its type. */
export interface Constraints {
  /** Of an integer, or of the length of anything else. */
  readonly min?: number;
  readonly max?: number;
  /** A regular expression of Java's, which has to match the whole text. */
  readonly pattern?: string;
  /** The pattern as JavaScript has it. */
  readonly matcher?: RegExp;
  readonly enum?: readonly string[];
  /** Whether the value is kept out of messages. */
  readonly sensitive?: boolean;
}
