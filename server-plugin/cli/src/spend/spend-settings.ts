import { type PolicyProblem, SPEND_ATTRIBUTES, type SpendPolicy } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';

export type SpendSettingsResult =
  | { readonly ok: true; readonly attributes: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The settings to change, as texts of realm attributes; the plugin's rules check them. */
export type SpendSettingsChanges = { readonly [Field in keyof SpendPolicy]?: string };

/** Reads what texts may cost; attributes that nobody set have their defaults, unreadable ones are problems. */
export async function getSpendSettings(pool: Pool): Promise<SpendSettingsResult> {
  return (await pool.askPlugin('/sms/settings')) as SpendSettingsResult;
}

/** Changes some of the settings. Nothing is written unless all of them are valid afterwards. */
export async function setSpendSettings(pool: Pool, changes: SpendSettingsChanges): Promise<SpendSettingsResult> {
  const fields = Object.keys(SPEND_ATTRIBUTES) as (keyof SpendPolicy)[];
  const attributes = Object.fromEntries(
    fields.flatMap((field) => (changes[field] === undefined ? [] : [[SPEND_ATTRIBUTES[field], changes[field]]])),
  );
  return (await pool.askPlugin('/sms/settings', { method: 'PUT', body: { attributes } })) as SpendSettingsResult;
}
