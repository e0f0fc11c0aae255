import fc from 'fast-check';
import { modelInput, type RealValues } from './model-inputs.ts';
import type { StructureShape } from '../../cognito/protocol/input-shape.ts';

/** What is sent: the body as text, whatever it is. */
export interface FuzzedRequest {
  readonly contentType: string;
  readonly body: string;
}

/** Put in the places of values, in JSON. */
const JUNK: readonly string[] = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1e308',
  '1e999',
  '-0.5',
  '9007199254740993',
  '1e-400',
  '""',
  '[]',
  '{}',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\ufeff"',
  '"{####}"',
  '"\\"\\\\"',
  '"$&$1$$"',
  '"__proto__"',
  '"constructor"',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3,"length":-1}',
  '[[[[[[[[]]]]]]]]',
  '[null]',
  '{"":""}',
  '"ﷺ👩‍👩‍👧‍👦é"',
  '"+1415555012٣"',
  '"a@b@c"',
  '"<script>"',
  '"\' or 1=1 --"',
  '"../../etc/passwd"',
  JSON.stringify('x'.repeat(2_049)),
  JSON.stringify('9'.repeat(131_073)),
  JSON.stringify(Array.from({ length: 1_000 }, () => 'x')),
  '['.repeat(5_000) + ']'.repeat(5_000),
  '{"a":'.repeat(5_000) + '0' + '}'.repeat(5_000),
];

const JUNK_TEXTS = JUNK.filter((junk) => junk.startsWith('"'));

/** Ways to break a whole body. */
const BROKEN_BODIES: readonly ((body: string) => string)[] = [
  () => '',
  () => 'null',
  () => '[]',
  (body) => body.slice(0, body.length / 2),
  (body) => `${body}${body}`,
  (body) => `\ufeff${body}`,
  (body) => body.replace('{', '{,'),
  (body) => body.replaceAll('"', "'"),
  (body) => body.replace('{', '{"__proto__":{"UserPoolId":"x"},"constructor":null,'),
  (body) => body.replace('{', '{"Username":"first","Username":"second",'),
  (body) => `[${body}]`,
  (body) => JSON.stringify(body),
];
/** No form, and not `multipart` with a boundary: those Quarkus reads by itself, at every path of Keycloak, and answers when they are broken. */
const CONTENT_TYPES = ['', 'text/plain', 'application/json', 'application/x-amz-json-1.0', 'multipart/form-data', ';'];

/** Requests for an operation of which something is wrong, or everything is right. */
export function fuzzedRequest(shape: StructureShape, real: RealValues): fc.Arbitrary<FuzzedRequest> {
  const usual = 'application/x-amz-json-1.1';
  const body = fc.oneof(
    { weight: 2, arbitrary: modelInput(shape, real).map((input) => JSON.stringify(input)) },
    { weight: 6, arbitrary: fc.tuple(modelInput(shape, real), junkAt()).map(([input, junk]) => withJunk(input, junk)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(modelInput(shape, real), fc.constantFrom(...BROKEN_BODIES))
        .map(([input, breaks]) => breaks(JSON.stringify(input))),
    },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
  );
  const contentType = fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    fc.constant(`${usual}; charset=utf-8`),
    fc.constantFrom(...CONTENT_TYPES),
  );
  return fc.record({ contentType, body });
}

interface Junk {
  /** In JSON. */
  readonly text: string;
  /** Which of the input's values it takes the place of. */
  readonly place: number;
  /** For places where there is text. */
  readonly asText: string;
}

function junkAt(): fc.Arbitrary<Junk> {
  return fc.record({ text: fc.constantFrom(...JUNK), place: fc.nat(), asText: fc.constantFrom(...JUNK_TEXTS) });
}

/** The input as JSON, with junk in the place of one of its values: mostly text for text, which gets further. */
function withJunk(input: unknown, { text, asText, place }: Junk): string {
  const places = placesOf(input, []);
  const path = places[place % Math.max(1, places.length)] ?? [];
  // A mark that is no text of the input, replaced once it is JSON.
  const mark = `junk-${place}-junk`;
  const isText = typeof valueAt(input, path) === 'string' && place % 4 !== 0;
  return JSON.stringify(put(input, path, mark)).replace(JSON.stringify(mark), () => (isText ? asText : text));
}

function placesOf(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, of]) => placesOf(of, [...path, key]))];
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  return key === undefined ? value : valueAt((value as Readonly<Record<string, unknown>>)[key], rest);
}

function put(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const of = (value as Readonly<Record<string, unknown>>)[key];
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? put(of, rest, replacement) : item));
  return { ...(value as object), [key]: put(of, rest, replacement) };
}
