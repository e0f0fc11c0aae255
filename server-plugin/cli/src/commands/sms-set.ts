import { defineCommand } from 'citty';
import { OperatorError } from '../operator-error.ts';
import { setSpendSettings, type SpendSettingsChanges } from '../spend/spend-settings.ts';
import { connectionArgs, withPool } from './connection.ts';
import { printSpendSettings } from './print-spend-settings.ts';
import { SPEND_OPTIONS } from './spend-options.ts';
import { strictArgs } from './strict-args.ts';

const settingsArgs = {
  'monthly-limit': {
    type: 'string',
    valueHint: 'USD',
    description: 'What all texts of a month may cost, such as 50.00',
  },
  'max-price': { type: 'string', valueHint: 'USD|none', description: 'A text that costs more is not sent' },
  prices: {
    type: 'string',
    valueHint: 'TABLE',
    description: 'Prices by country or beginning of a number, such as "default=0.10 US=0.0081 +49=0.105"',
  },
  'allowed-countries': {
    type: 'string',
    valueHint: 'LIST|none',
    description: 'Texts go nowhere else, such as "US DE +4479"; none for everywhere',
  },
  'denied-countries': { type: 'string', valueHint: 'LIST|none', description: 'Texts do not go there' },
  'per-user-per-hour': {
    type: 'string',
    valueHint: 'COUNT',
    description: 'Texts for one user in an hour; 0 for no cap',
  },
  'per-number-per-hour': { type: 'string', valueHint: 'COUNT', description: 'Texts to one number in an hour' },
  'per-address-per-hour': { type: 'string', valueHint: 'COUNT', description: 'Texts for one IP address in an hour' },
  'per-hour': { type: 'string', valueHint: 'COUNT', description: 'Texts of the whole pool in an hour' },
} as const satisfies Readonly<Record<(typeof SPEND_OPTIONS)[number]['option'], object>>;

export const smsSet = defineCommand({
  meta: { name: 'set', description: 'Changes what texts may cost and prints it; what is not named stays' },
  args: { ...connectionArgs, ...settingsArgs },
  plugins: [strictArgs],
  async run({ args }) {
    const changes = readSpendChanges(args);
    await withPool(args, async (pool) => {
      printSpendSettings(await setSpendSettings(pool, changes), { json: false });
    });
  },
});

/** Translates the options; whether a value is allowed the plugin says. */
export function readSpendChanges(args: {
  readonly [Name in keyof typeof settingsArgs]?: string | undefined;
}): SpendSettingsChanges {
  const given = SPEND_OPTIONS.flatMap(({ option, field }) => {
    const text = args[option];
    if (text === '') throw new OperatorError('usage', `Give a value for --${option}, or none: see --help.`);
    return text === undefined ? [] : [[field, text === 'none' ? '' : text] as const];
  });
  if (given.length === 0) {
    throw new OperatorError('usage', 'Say what to change, for example --max-price 0.20: see --help.');
  }
  return Object.fromEntries(given);
}
