import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { demandOf } from './demand.ts';

/**
 * Whether a user may come in by CIBA, where nothing of ours can be asked: only if nothing would be asked, or if the operator has said
 * that the approval on the device is a second factor.
 */
export function mayEnterByBackchannel(_input: unknown, ports: Ports): boolean {
  if (ports.isLocked()) return false;
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (parsed.ok && parsed.policy.backchannelIsSecondFactor) return true;
  const demand = demandOf(ports, { state: {}, entry: 'backchannel' });
  return demand.kind === 'nothing' || (demand.kind === 'set-up' && demand.postponableUntil !== undefined);
}
