// Writes what the core knows of the API's inputs, from botocore's model of the service (Apache-2.0). By hand, when AWS changes it:
//   node server-plugin/core/model/generate.mjs botocore/data/cognito-idp/2016-04-18/service-2.json && node scripts/pnpm.mjs exec oxfmt
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The operations that are served, or are to be. */
const OPERATIONS = `
  AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser AdminDeleteSoftwareToken AdminDeleteUser AdminDisableUser AdminEnableUser
  AdminGetUser AdminGetUserAuthFactors AdminInitiateAuth AdminResetUserPassword AdminRespondToAuthChallenge AdminSetUserMFAPreference
  AdminSetUserPassword AdminSetUserSettings AdminUpdateUserAttributes AdminUserGlobalSignOut AssociateSoftwareToken ChangePassword
  ConfirmForgotPassword ConfirmSignUp CreateGroup CreateUserPool CreateUserPoolClient DeleteUser DeleteUserPool DeleteUserPoolClient
  DescribeUserPool DescribeUserPoolClient ForgotPassword GetTokensFromRefreshToken GetUser GetUserAttributeVerificationCode
  GetUserAuthFactors GetUserPoolMfaConfig GlobalSignOut InitiateAuth ListTagsForResource ListUserPoolClients ListUserPools ListUsers
  ResendConfirmationCode RespondToAuthChallenge RevokeToken SetUserMFAPreference SetUserPoolMfaConfig SetUserSettings SignUp TagResource
  UpdateUserAttributes UpdateUserPool UpdateUserPoolClient VerifySoftwareToken VerifyUserAttribute
`
  .trim()
  .split(/\s+/);

const CONSTRAINTS = ['required', 'min', 'max', 'pattern', 'enum', 'sensitive'];

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: generate.mjs <botocore's service-2.json>");
const { metadata, operations, shapes } = JSON.parse(await readFile(path, 'utf8'));

/** A shape with all that is in it, without what no answer depends on. */
function inputShape(name) {
  const shape = shapes[name];
  const result = { type: shape.type };
  for (const key of CONSTRAINTS) if (shape[key] !== undefined) result[key] = shape[key];
  if (shape.type === 'structure') {
    result.members = Object.fromEntries(
      Object.entries(shape.members).map(([member, { shape: of }]) => [member, inputShape(of)]),
    );
  }
  if (shape.type === 'list') result.member = inputShape(shape.member.shape);
  if (shape.type === 'map') Object.assign(result, { key: inputShape(shape.key.shape), value: inputShape(shape.value.shape) });
  return result;
}

const SCALARS = { string: 'string', integer: 'number', long: 'number', timestamp: 'number', boolean: 'boolean', blob: 'string' };

/** The TypeScript type of a value as the body has it; `used` gathers the structures that it names. */
function typeOf(name, used) {
  const shape = shapes[name];
  if (shape.enum !== undefined) return shape.enum.map((value) => `'${value}'`).join(' | ');
  switch (shape.type) {
    case 'structure':
      used.add(name);
      return name;
    case 'list':
      return `readonly (${typeOf(shape.member.shape, used)})[]`;
    case 'map':
      return `Readonly<Record<string, ${typeOf(shape.value.shape, used)}>>`;
    default:
      return SCALARS[shape.type];
  }
}

function members(name, used) {
  const { members: all, required = [] } = shapes[name];
  return Object.entries(all)
    .map(([member, { shape }]) => `  readonly ${member}${required.includes(member) ? '' : '?'}: ${typeOf(shape, used)};\n`)
    .join('');
}

const header = `// Written by model/generate.mjs from botocore's model of ${metadata.serviceId}, API ${metadata.apiVersion} (Apache-2.0).\n\n`;
const used = new Set();
let inputs = header;
let types = header;
for (const operation of OPERATIONS) {
  const { shape } = operations[operation].input;
  const text = JSON.stringify(inputShape(shape)).replace(/[\\']/g, (character) => `\\${character}`);
  inputs += `export const ${operation} =\n  '${text}';\n`;
  types += `export interface ${operation}Input {\n${members(shape, used)}}\n\n`;
}
// A set goes on to what is added to it meanwhile.
for (const name of used) types += `export interface ${name} {\n${members(name, used)}}\n\n`;

for (const [file, text] of [
  ['inputs.ts', inputs],
  ['input-types.ts', types],
]) {
  await writeFile(fileURLToPath(new URL(`../src/cognito/model/${file}`, import.meta.url)), text);
}
