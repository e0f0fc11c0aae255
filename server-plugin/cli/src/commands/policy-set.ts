import { defineCommand } from 'citty';
import { OperatorError } from '../operator-error.ts';
import { type PoolPolicyChanges, setPoolPolicy } from '../policy/pool-policy.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printPolicy } from './print-policy.ts';
import { strictArgs } from './strict-args.ts';

const policyArgs = {
  mfa: {
    type: 'string',
    valueHint: 'OFF|OPTIONAL|ON',
    description: 'Whether nobody, whoever enrolled, or everybody is asked',
  },
  sms: { type: 'string', valueHint: 'on|off', description: 'Codes by SMS' },
  totp: { type: 'string', valueHint: 'on|off', description: 'Codes of an authenticator app' },
  'verified-token-is-enabled': {
    type: 'string',
    valueHint: 'on|off',
    description: 'In an OPTIONAL pool, ask for an enrolled authenticator until the user chooses otherwise',
  },
  'sms-message': { type: 'string', valueHint: 'TEXT', description: 'Text of the SMS, with {####} where the code goes' },
  'sms-validity': { type: 'string', valueHint: 'SECONDS', description: 'How long a code by SMS is valid' },
  'sms-origin-bound': {
    type: 'string',
    valueHint: 'on|off',
    description: 'End the SMS with a line by which phones offer the code on the pages of this host only',
  },
  'required-after-creation': {
    type: 'string',
    valueHint: 'refused|allowed',
    description: 'Whether a pool that was created otherwise may be set to ON',
  },
  'set-up-grace-ends-on': {
    type: 'string',
    valueHint: 'DATE|none',
    description: 'The day from which users without a factor must set one up, such as 2026-12-31',
  },
  'phone-number-by-user': {
    type: 'string',
    valueHint: 'on|off',
    description: 'Let users without a phone number enter a first one',
  },
  'mfa-after-identity-provider': {
    type: 'string',
    valueHint: 'on|off',
    description: 'Ask users who come from an identity provider too',
  },
  'backchannel-is-second-factor': {
    type: 'string',
    valueHint: 'on|off',
    description: 'Take the approval on the device that CIBA asks for a second factor',
  },
} as const;

export const policySet = defineCommand({
  meta: { name: 'set', description: 'Changes the MFA policy and prints it; what is not named stays' },
  args: { ...connectionArgs, ...policyArgs },
  plugins: [strictArgs],
  async run({ args }) {
    const changes = readPolicyChanges(args);
    await withPool(args, async (pool) => {
      printPolicy(await setPoolPolicy(pool, changes), { json: false });
    });
  },
});

/** Translates the options; whether a value is allowed the shared rules say. */
export function readPolicyChanges(args: {
  readonly [Name in keyof typeof policyArgs]?: string | undefined;
}): PoolPolicyChanges {
  const changes = {
    mfaConfiguration: args.mfa,
    smsMfa: readSwitch('sms', args.sms),
    softwareTokenMfa: readSwitch('totp', args.totp),
    verifiedTokenIsEnabled: readSwitch('verified-token-is-enabled', args['verified-token-is-enabled']),
    smsAuthenticationMessage: args['sms-message'],
    smsCodeValidityInSeconds: args['sms-validity'],
    smsIsOriginBound: readSwitch('sms-origin-bound', args['sms-origin-bound']),
    requiredAfterCreation: args['required-after-creation'],
    setUpGraceEndsOn: args['set-up-grace-ends-on'],
    phoneNumberByUser: readSwitch('phone-number-by-user', args['phone-number-by-user']),
    mfaAfterIdentityProvider: readSwitch('mfa-after-identity-provider', args['mfa-after-identity-provider']),
    backchannelIsSecondFactor: readSwitch('backchannel-is-second-factor', args['backchannel-is-second-factor']),
  };
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw new OperatorError('usage', 'Say what to change, for example --mfa ON: see --help.');
  const empty = given.find(([, value]) => value === '');
  if (empty !== undefined) throw new OperatorError('usage', `Give a value for ${empty[0]}: see --help.`);
  // The shell can't pass an empty text for certain, so a word says that there is no such day.
  return Object.fromEntries(
    given.map(([field, value]) => [field, field === 'setUpGraceEndsOn' && value === 'none' ? '' : value]),
  );
}

function readSwitch(option: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text === 'on') return true;
  if (text === 'off') return false;
  throw new OperatorError('usage', `--${option} takes on or off.`);
}
