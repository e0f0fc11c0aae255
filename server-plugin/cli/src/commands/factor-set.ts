import { defineCommand } from 'citty';
import type { FactorPreference, MfaFactor, MfaPreferenceRequest } from '@lifeguard/shared/mfa';
import { setFactorPreference } from '../factor/factors.ts';
import { OperatorError } from '../operator-error.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printFactors } from './print-factors.ts';
import { strictArgs } from './strict-args.ts';

const factorArgs = {
  sms: { type: 'string', valueHint: 'on|off|preferred', description: 'Codes by SMS' },
  totp: { type: 'string', valueHint: 'on|off|preferred', description: 'Codes of an authenticator app' },
} as const;

export const factorSet = defineCommand({
  meta: { name: 'set', description: "Turns a user's second factors on or off; what is not named stays" },
  args: {
    username: { type: 'positional', required: true, description: 'Exact username or id' },
    ...connectionArgs,
    ...factorArgs,
  },
  plugins: [strictArgs],
  async run({ args }) {
    const preference = readPreference(args);
    await withPool(args, async (pool) => {
      printFactors(await setFactorPreference(pool, { user: args.username, preference }), { json: false });
    });
  },
});

/** Translates the options into Cognito's blocks. */
export function readPreference(args: {
  readonly [Name in keyof typeof factorArgs]?: string | undefined;
}): MfaPreferenceRequest {
  const preference: { [Factor in MfaFactor]?: FactorPreference } = {};
  if (args.sms !== undefined) preference.SMS_MFA = readBlock('sms', args.sms);
  if (args.totp !== undefined) preference.SOFTWARE_TOKEN_MFA = readBlock('totp', args.totp);
  if (Object.keys(preference).length === 0) {
    throw new OperatorError('usage', 'Say what to change, for example --sms preferred: see --help.');
  }
  return preference;
}

function readBlock(option: string, text: string): FactorPreference {
  if (text === 'on') return { Enabled: true };
  if (text === 'off') return { Enabled: false };
  if (text === 'preferred') return { Enabled: true, PreferredMfa: true };
  throw new OperatorError('usage', `--${option} takes on, off or preferred.`);
}
