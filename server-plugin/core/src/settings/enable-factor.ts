import { formatMfaSettings, type MfaFactor, setMfaPreference } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { readPool } from './read-pool.ts';

/** Turns on a factor that the user has just set up, and leaves the preference. A store that can't be written keeps what it has. */
export function enableFactor(ports: Ports, factor: MfaFactor): void {
  const pool = readPool(ports);
  if (!pool.ok || pool.enabled.includes(factor)) return;
  const result = setMfaPreference(pool.person, {
    [factor]: { Enabled: true, PreferredMfa: pool.person.settings.preferredFactor === factor },
  });
  if (result.ok) ports.setMfaSettings(formatMfaSettings(result.settings));
}
