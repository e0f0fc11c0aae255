import { parseMfaSettings } from '@lifeguard/shared/mfa';
import type { Ports } from '../../ports.ts';

/** What GetUser and its like say of the factors: only what was set, and nothing at all where nothing was. */
export interface MfaSettingMembers {
  readonly PreferredMfaSetting?: string;
  readonly UserMFASettingList?: readonly string[];
}

export function mfaSettingMembers(ports: Pick<Ports, 'user'>): MfaSettingMembers {
  const { enabledFactors = [], preferredFactor } = parseMfaSettings(ports.user());
  return {
    ...(preferredFactor === undefined ? {} : { PreferredMfaSetting: preferredFactor }),
    ...(enabledFactors.length === 0 ? {} : { UserMFASettingList: enabledFactors }),
  };
}
