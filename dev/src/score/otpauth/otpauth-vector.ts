import type { Vector } from '../vectors.ts';

/** One case of an otpauth corpus: a text and what a parser must make of it. */
export interface OtpauthVector extends Vector {
  /** The text, exactly as given. */
  readonly uri?: string;
  /** A large text, built as `prefix + repeat × count + suffix`. */
  readonly uriBuild?: {
    readonly prefix: string;
    readonly repeat: string;
    readonly count: number;
    readonly suffix: string;
  };
  readonly expect: ExpectedError | ExpectedKey;
  /** Other allowed values by field. */
  readonly alt?: Readonly<Record<string, readonly unknown[]>>;
  /** Refusing with one of these kinds is allowed too. */
  readonly mayError?: string | readonly string[];
  /** Other allowed kinds of error. */
  readonly alsoError?: readonly string[];
  /** Accepting is allowed too. */
  readonly mayAccept?: boolean;
  /** A warning that should be given; it is counted and decides nothing. */
  readonly warn?: string;
  readonly hint?: string;
}

interface ExpectedError {
  readonly error: string;
}

export interface ExpectedKey {
  readonly type: string;
  readonly issuer: string;
  readonly account: string;
  readonly secretBase32: string;
  readonly secretHex: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period?: number;
  readonly counter?: number;
  /** TOTP and Steam: the code at each second of Unix time. */
  readonly codes?: Readonly<Record<string, string>>;
  /** HOTP: the code of each counter. */
  readonly codesByCounter?: Readonly<Record<string, string>>;
}

export function isOtpauthVector(candidate: unknown): candidate is OtpauthVector {
  const { id, uri, uriBuild, expect } = Object(candidate) as Partial<OtpauthVector>;
  const hasText = typeof uri === 'string' || typeof uriBuild?.repeat === 'string';
  const expected = Object(expect) as Partial<ExpectedError & ExpectedKey>;
  const hasId = typeof id === 'string' || typeof id === 'number';
  return hasId && hasText && [expected.error, expected.type].some((kind) => typeof kind === 'string');
}

export function textOf({ uri, uriBuild }: OtpauthVector): string {
  if (uriBuild === undefined) return uri ?? '';
  return uriBuild.prefix + uriBuild.repeat.repeat(uriBuild.count) + uriBuild.suffix;
}
