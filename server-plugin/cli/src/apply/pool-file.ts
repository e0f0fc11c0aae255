import { POOL_ATTRIBUTES, SPEND_ATTRIBUTES } from '@lifeguard/shared/mfa';
import { isMap, isScalar, type Node, parseDocument, stringify } from 'yaml';
import { closestName } from './closest-name.ts';

/** What a file says of a pool. A setting that it does not name stays as it is. */
export interface PoolFile {
  /** Realm attributes with their texts. */
  readonly policy: Readonly<Record<string, string>>;
  readonly spend: Readonly<Record<string, string>>;
  /** Whether every way into the realm is to ask for the second factor. */
  readonly installed: boolean;
}

export type PoolFileResult =
  | { readonly ok: true; readonly file: PoolFile }
  /** Each a sentence that says where and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** The settings by section. In a file they have the names of their realm attributes, without this beginning. */
const PREFIX = 'lifeguard.';
const SECTIONS = { policy: Object.values(POOL_ATTRIBUTES), spend: Object.values(SPEND_ATTRIBUTES) };
const INSTALLED = 'installed';
const TOP = [...Object.keys(SECTIONS), INSTALLED];

/**
 * Reads a file in YAML, or in JSON, which is YAML too. Every value is taken as the text that stands there, so that `1.00` stays 1.00; what a
 * value may be the shared rules say.
 */
export function readPoolFile(text: string): PoolFileResult {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { ok: false, problems: [`Line ${line}: ${error.message.replace(/\.?$/, '.')}`] };
  }
  const problems: string[] = [];
  const top = readMap(document.contents, { where: 'The file', known: TOP, problems });
  const section = (name: keyof typeof SECTIONS) => readSection(name, top.get(name), problems);
  const file = { policy: section('policy'), spend: section('spend'), installed: readInstalled(top, problems) };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file };
}

/** Writes a file that {@link readPoolFile} reads back. */
export function formatPoolFile({ policy, spend, installed }: PoolFile): string {
  const settings = { policy: withoutPrefix(policy), spend: withoutPrefix(spend) };
  return stringify(
    { ...settings, ...(installed ? { [INSTALLED]: 'true' } : {}) },
    { schema: 'failsafe', lineWidth: 0 },
  );
}

/** How a file and its reader name a setting. */
export function settingName(attribute: string): string {
  return attribute.slice(PREFIX.length);
}

function readSection(
  name: keyof typeof SECTIONS,
  node: Node | undefined,
  problems: string[],
): Readonly<Record<string, string>> {
  if (node === undefined) return {};
  const known = SECTIONS[name].map(settingName);
  const entries = [...readMap(node, { where: `The section ${name}`, known, problems })];
  return Object.fromEntries(
    entries.flatMap(([setting, value]) => {
      if (isScalar(value)) return [[`${PREFIX}${setting}`, String(value.value)]];
      problems.push(`${name}.${setting} takes one value: write a text behind it.`);
      return [];
    }),
  );
}

function readInstalled(top: ReadonlyMap<string, Node>, problems: string[]): boolean {
  const node = top.get(INSTALLED);
  if (node === undefined) return false;
  const isTrue = isScalar(node) && String(node.value) === 'true';
  if (!isTrue) problems.push(`${INSTALLED} takes true: leave it out otherwise, or run lifeguard uninstall.`);
  return isTrue;
}

interface Place {
  readonly where: string;
  readonly known: readonly string[];
  readonly problems: string[];
}

function readMap(node: unknown, { where, known, problems }: Place): ReadonlyMap<string, Node> {
  if (!isMap(node)) {
    problems.push(`${where} holds no settings: it has ${known.join(', ')}.`);
    return new Map();
  }
  const entries = node.items.map(({ key, value }) => [String(key), value as Node] as const);
  for (const [name] of entries) {
    if (known.includes(name)) continue;
    const meant = closestName(name, known);
    const hint = meant === undefined ? `it has ${known.join(', ')}` : `did you mean ${meant}?`;
    problems.push(`${where} has no ${name}: ${hint}${hint.endsWith('?') ? '' : '.'}`);
  }
  return new Map(entries);
}

function withoutPrefix(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([attribute, text]) => [settingName(attribute), text]));
}
