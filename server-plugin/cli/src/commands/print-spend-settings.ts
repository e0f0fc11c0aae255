import { SPEND_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { SpendSettingsResult } from '../spend/spend-settings.ts';
import { refuseFor } from './refuse.ts';
import { SPEND_OPTIONS } from './spend-options.ts';

/** Prints the settings by the options that set them, or on standard error what is wrong with them. */
export function printSpendSettings(result: SpendSettingsResult, { json }: { json: boolean }): void {
  if (!result.ok) return refuseFor(result.problems);
  const { attributes } = result;
  if (json) {
    console.log(JSON.stringify(attributes));
    return;
  }
  for (const { option, field } of SPEND_OPTIONS) {
    console.log(`${option.padEnd(20)}  ${attributes[SPEND_ATTRIBUTES[field]] || 'none'}`);
  }
}
