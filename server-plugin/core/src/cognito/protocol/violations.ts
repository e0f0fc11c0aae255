import { brokenConstraints, elementConstraints, satisfies } from './constraints.ts';
import type { InputShape, StructureShape } from './input-shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** So many are told, and no more are looked for. */
const MOST = 10;

/** What of the model's constraints a value breaks, each in the words of AWS. */
export function violations(shape: InputShape, value: unknown): readonly string[] {
  const found: string[] = [];
  collect(shape, value, '', found);
  return found;
}

function collect(shape: InputShape, value: unknown, path: string, found: string[]): void {
  if (!satisfies(shape, value)) {
    for (const text of brokenConstraints(shape, value)) report(shape, value, { path, text }, found);
  }
  switch (shape.type) {
    case 'structure':
      collectMembers(shape, value as Values, path, found);
      return;
    case 'list': {
      const values = value as readonly unknown[];
      collectElements(shape.member, values, (text) => report(shape, value, { path, text: `Member ${text}` }, found));
      if (shape.member.type !== 'structure') return;
      values.forEach((of, index) => collectInside(shape.member, of, `${path}.${index + 1}`, found));
      return;
    }
    case 'map': {
      const keys = Object.keys(value as object);
      const values = keys.map((key) => (value as Values)[key]);
      collectElements(shape.key, keys, (text) => report(shape, value, { path, text: `Map keys ${text}` }, found));
      collectElements(shape.value, values, (text) => report(shape, value, { path, text: `Map value ${text}` }, found));
      if (shape.value.type !== 'structure') return;
      values.forEach((of, index) => collectInside(shape.value, of, `${path}.${keys[index]}`, found));
    }
  }
}

function collectMembers({ members }: StructureShape, value: Values, path: string, found: string[]): void {
  members.forEach(({ name, nameInPath, isRequired, shape }) => {
    const of = value[name];
    if (of === undefined && !isRequired) return;
    const at = path === '' ? nameInPath : `${path}.${nameInPath}`;
    if (of === undefined) report(shape, null, { path: at, text: NOT_NULL }, found);
    else collect(shape, of, at, found);
  });
}

/** Of elements that are no structures AWS tells once what all of them have to satisfy. */
function collectElements(shape: InputShape, values: readonly unknown[], tell: (text: string) => void): void {
  const isStructure = shape.type === 'structure';
  const hasNull = values.includes(null);
  if (!hasNull && (isStructure || values.every((value) => satisfies(shape, value)))) return;
  const texts = isStructure ? [] : elementConstraints(shape);
  tell(`must satisfy constraint: [${(hasNull ? [...texts, NOT_NULL] : texts).join(', ')}]`);
}

function collectInside(shape: InputShape, value: unknown, path: string, found: string[]): void {
  if (value !== null) collect(shape, value, `${path}.member`, found);
}

const NOT_NULL = 'Member must not be null';

function report(
  shape: InputShape,
  value: unknown,
  { path, text }: { readonly path: string; readonly text: string },
  found: string[],
): void {
  if (found.length >= MOST) return;
  const shown = value === null ? ' null' : isSensitive(shape) ? '' : ` '${javaText(value)}'`;
  found.push(`Value${shown} at '${path}' failed to satisfy constraint: ${text}`);
}

function isSensitive(shape: InputShape): boolean {
  if (shape.sensitive === true) return true;
  switch (shape.type) {
    case 'list':
      return isSensitive(shape.member);
    case 'map':
      return isSensitive(shape.key) || isSensitive(shape.value);
    case 'structure':
      return shape.members.some((member) => isSensitive(member.shape));
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
