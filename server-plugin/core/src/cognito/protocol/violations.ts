import { constraintsOf } from './constraints.ts';
import type { InputShape } from './input-shape.ts';

/** So many are told, and no more are looked for. */
const MOST = 10;

/** What of the model's constraints a value breaks, each in the words of AWS. */
export function violations(shape: InputShape, value: unknown): readonly string[] {
  const found: string[] = [];
  collect(shape, value, '', found);
  return found;
}

function collect(shape: InputShape, value: unknown, path: string, found: string[]): void {
  const report = (constraint: string) => {
    if (found.length < MOST) found.push(violation(shape, value, path, constraint));
  };
  for (const { text, isBroken } of constraintsOf(shape)) if (isBroken(value)) report(text);
  switch (shape.type) {
    case 'structure':
      for (const name of Object.keys(shape.members)) {
        const member = shape.members[name] as InputShape;
        const of = (value as Readonly<Record<string, unknown>>)[name];
        const at = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
        if (of !== undefined) collect(member, of, at, found);
        else if (shape.required?.includes(name) === true && found.length < MOST) {
          found.push(violation(member, null, at, NOT_NULL));
        }
      }
      return;
    case 'list':
      collectAll(shape.member, 'Member', value as readonly unknown[], report);
      (value as readonly unknown[]).forEach((of, index) =>
        collectInside(shape.member, of, `${path}.${index + 1}`, found),
      );
      return;
    case 'map': {
      const keys = Object.keys(value as object);
      const values = keys.map((key) => (value as Readonly<Record<string, unknown>>)[key]);
      collectAll(shape.key, 'Map keys', keys, report);
      collectAll(shape.value, 'Map value', values, report);
      values.forEach((of, index) => collectInside(shape.value, of, `${path}.${keys[index]}`, found));
    }
  }
}

/** Of elements that are no structures AWS tells once what all of them have to satisfy. */
function collectAll(shape: InputShape, what: string, values: readonly unknown[], report: (text: string) => void): void {
  const constraints = shape.type === 'structure' ? [] : constraintsOf(shape);
  const hasNull = values.includes(null);
  if (!hasNull && !values.some((value) => constraints.some(({ isBroken }) => isBroken(value)))) return;
  const texts = hasNull ? [NOT_NULL] : [];
  // Lengths come first here, and last of a single value.
  for (const { text } of constraints) texts.unshift(text);
  report(`${what} must satisfy constraint: [${texts.join(', ')}]`);
}

function collectInside(shape: InputShape, value: unknown, path: string, found: string[]): void {
  if (shape.type === 'structure' && value !== null) collect(shape, value, `${path}.member`, found);
}

const NOT_NULL = 'Member must not be null';

function violation(shape: InputShape, value: unknown, path: string, constraint: string): string {
  const shown = value === null ? ' null' : isSensitive(shape) ? '' : ` '${javaText(value)}'`;
  return `Value${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}

function isSensitive(shape: InputShape): boolean {
  if (shape.sensitive === true) return true;
  switch (shape.type) {
    case 'list':
      return isSensitive(shape.member);
    case 'map':
      return isSensitive(shape.key) || isSensitive(shape.value);
    case 'structure':
      return Object.keys(shape.members).some((name) => isSensitive(shape.members[name] as InputShape));
    default:
      return false;
  }
}

/** As Java's toString shows a value. */
function javaText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.keys(value).map((key) => `${key}=${javaText((value as Record<string, unknown>)[key])}`);
  return `{${entries.join(', ')}}`;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
