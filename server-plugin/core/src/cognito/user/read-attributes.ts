import { own } from '../../own.ts';
import { unauthorizedWrite } from '../client/attribute-access.ts';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import type { PortPool, UserChange } from '../records.ts';
import { CONTACTS } from './contacts.ts';
import { type AttributeRule, schemaOf } from './schema.ts';
import { type Attribute, KEPT_AS } from './user-attributes.ts';
import { valueProblem } from './value-problem.ts';

/** What a request wants of a user's attributes. A null value deletes. */
export interface WantedAttributes {
  /** What is written as it is. */
  readonly change: UserChange;
  /** Whether these may be written at once is not decided here. */
  readonly contacts: { readonly [Name in VerifiableAttribute]?: string | null };
  readonly verified: { readonly [Name in VerifiableAttribute]?: boolean };
}

export interface AttributeWriter {
  /** Only administrators say what is verified, and write attributes that begin with `dev:`. */
  readonly isAdministrator: boolean;
  /** Whether the user is being made: what can't be changed later can be set then. */
  readonly isNewUser: boolean;
  /** Whether the client may write an attribute. */
  mayWrite(name: string): boolean;
  /** Whether a user who was made by somebody else has an attribute already, which then is not asked for. */
  has?(name: string): boolean;
}

const FIXED = /^(?:sub|identities|cognito:.*)$/;
const VERIFIED = '_verified';

/**
 * Reads AttributeType[]. A blank value deletes.
 * @throws CognitoError for the first thing that may not be written, then for all that is not as the pool's schema says
 */
export function readAttributes(
  pool: Pick<PortPool, 'attributes'>,
  attributes: readonly Attribute[],
  writer: AttributeWriter,
): WantedAttributes {
  const schema = schemaOf(pool);
  const problems: string[] = [];
  const values: Record<string, string | null> = {};
  const verified: { [Name in VerifiableAttribute]?: boolean } = {};

  for (const { Name: name, Value: value = '' } of attributes) {
    const flagged = CONTACTS.find((contact) => name === contact + VERIFIED);
    if (FIXED.test(name) || (flagged !== undefined && !writer.isAdministrator)) {
      throw invalidParameter(`Cannot modify the non-mutable attribute ${name}`);
    }
    if (flagged !== undefined) {
      verified[flagged] = flag(name, value);
      continue;
    }
    const rule = own(schema, name);
    if (rule === undefined) problems.push(`${name}: Attribute does not exist in the schema.`);
    else if (!writer.mayWrite(name) || (name.startsWith('dev:') && !writer.isAdministrator)) {
      throw unauthorizedWrite();
    } else {
      const problem = ruleProblem(rule, value, writer);
      if (problem === undefined) values[name] = value === '' ? null : value;
      else problems.push(`${name}: ${problem}`);
    }
  }
  if (writer.isNewUser && !writer.isAdministrator) {
    for (const { name, isRequired } of Object.keys(schema).map((key) => schema[key] as AttributeRule)) {
      if (isRequired && typeof values[name] !== 'string' && writer.has?.(name) !== true)
        problems.push(`${name}: The attribute is required`);
    }
  }
  if (problems.length > 0) throw invalidParameter(problemText(problems, writer.isNewUser));
  return wantedOf(values, verified);
}

function ruleProblem(rule: AttributeRule, value: string, { isNewUser }: AttributeWriter): string | undefined {
  if (!isNewUser && !rule.isMutable) return 'Attribute cannot be updated.';
  if (value === '') return rule.isRequired ? 'The attribute is required' : undefined;
  return valueProblem(rule, value);
}

function problemText(problems: readonly string[], isNewUser: boolean): string {
  return isNewUser
    ? `Attributes did not conform to the schema: ${problems.join('\n')}\n`
    : `${problems.map((problem) => `user.${problem}`).join('\n')}\n`;
}

function flag(name: string, value: string): boolean {
  const text = value.toLowerCase();
  if (text !== 'true' && text !== 'false')
    throw invalidParameter(`Invalid value for attribute ${name}: true or false.`);
  return text === 'true';
}

function wantedOf(
  values: Readonly<Record<string, string | null>>,
  verified: WantedAttributes['verified'],
): WantedAttributes {
  const fields: { firstName?: string | null; lastName?: string | null } = {};
  const contacts: { [Name in VerifiableAttribute]?: string | null } = {};
  const attributes: Record<string, string | null> = {};
  for (const name of Object.keys(values)) {
    const value = values[name] ?? null;
    if (name === 'given_name' || name === 'family_name') fields[KEPT_AS[name] as 'firstName' | 'lastName'] = value;
    else if ((CONTACTS as readonly string[]).includes(name)) contacts[name as VerifiableAttribute] = value;
    else attributes[name] = value;
  }
  return { change: { attributes, ...fields }, contacts, verified };
}
