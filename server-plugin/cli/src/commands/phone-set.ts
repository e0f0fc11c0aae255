import { defineCommand } from 'citty';
import type { Pool } from '../connect.ts';
import { type PhoneNumberOptions, setPhoneNumber } from '../phone/set-phone-number.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const phoneSet = defineCommand({
  meta: { name: 'set', description: 'Gives a user a phone number' },
  args: {
    username: { type: 'positional', required: true, description: 'Exact username or id' },
    number: { type: 'positional', required: true, description: 'The number with + and the country code' },
    ...connectionArgs,
    verified: { type: 'boolean', description: "The number is known to be the user's" },
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, (pool) =>
      runPhoneSet(pool, { user: args.username, phoneNumber: args.number, verified: args.verified === true }),
    ),
});

async function runPhoneSet(pool: Pool, options: Required<PhoneNumberOptions>): Promise<void> {
  const result = await setPhoneNumber(pool, options);
  if (!result.ok) return refuse(result.reason);
  const state = options.verified ? 'verified' : 'not verified yet';
  console.log(`${result.username} has the number ${result.maskedPhoneNumber}, ${state}`);
}
