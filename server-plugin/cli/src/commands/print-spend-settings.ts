import { SPEND_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { SpendSettingsResult } from '../spend/spend-settings.ts';
import { EXIT_CODE } from './exit-code.ts';
import { SPEND_OPTIONS } from './spend-options.ts';

/** Prints the settings by the options that set them, or on standard error what is wrong with them. */
export function printSpendSettings(result: SpendSettingsResult, { json }: { json: boolean }): void {
  if (!result.ok) {
    for (const { attribute, message } of result.problems) console.error(`${attribute}: ${message}`);
    process.exitCode = EXIT_CODE.refused;
    return;
  }
  const { attributes } = result;
  if (json) {
    console.log(JSON.stringify(attributes));
    return;
  }
  for (const { option, field } of SPEND_OPTIONS) {
    console.log(`${option.padEnd(20)}  ${attributes[SPEND_ATTRIBUTES[field]] || 'none'}`);
  }
}
