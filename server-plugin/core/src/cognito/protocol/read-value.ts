import { own } from '../../own.ts';
import type { InputShape, StructureShape } from './input-shape.ts';
import { serialization } from './parse-body.ts';

const NAMES = { string: 'a String', integer: 'an Integer', boolean: 'a Boolean' } as const;
const LARGEST_INTEGER = 2147483647;

/**
 * A value of the body as the model types it: members that the model does not know are left out, and so is what is null in
 * structures and maps.
 * @throws CognitoError SerializationException
 */
export function readValue(shape: InputShape, value: unknown): unknown {
  if (value === null) return null;
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, asObject(value, 'Expected null'));
    case 'map':
      // amazon-cognito-identity-js sends a DEVICE_KEY of null with every refresh.
      return Object.fromEntries(
        Object.entries(asObject(value, 'Expected map or null'))
          .filter(([, of]) => of !== null)
          .map(([key, of]) => [key, readValue(shape.value, of)]),
      );
    case 'list':
      if (Array.isArray(value)) return value.map((of) => readValue(shape.member, of));
      throw typeof value === 'object' ? structureStarts() : serialization('Expected list or null');
    default:
      return readScalar(shape.type, value);
  }
}

function readStructure({ members }: StructureShape, value: Readonly<Record<string, unknown>>): unknown {
  const result: Record<string, unknown> = {};
  members.forEach(({ name, shape }) => {
    const of = own(value, name);
    if (of !== undefined && of !== null) result[name] = readValue(shape, of);
  });
  return result;
}

function asObject(value: unknown, otherwise: string): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) throw listStarts();
  if (typeof value !== 'object') throw serialization(otherwise);
  return value as Readonly<Record<string, unknown>>;
}

function readScalar(type: keyof typeof NAMES, value: unknown): unknown {
  if (Array.isArray(value)) throw listStarts();
  if (typeof value === 'object') throw structureStarts();
  const isRight = type === 'integer' ? isInteger(value) : typeof value === type;
  if (!isRight) throw serialization(`${tokenOf(value)} can not be converted to ${NAMES[type]}`);
  return value;
}

const listStarts = () => serialization('Start of list found where not expected');
const structureStarts = () => serialization('Start of structure or map found where not expected.');

function isInteger(value: unknown): boolean {
  return typeof value === 'number' && Math.floor(value) === value && Math.abs(value) <= LARGEST_INTEGER;
}

/** As the parser of AWS calls what it has found. */
function tokenOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'string') return 'STRING_VALUE';
  return Math.floor(value as number) === value ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
}
