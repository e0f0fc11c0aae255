import { requiredAfterCreationProblem } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';

/**
 * Why a change of the pool that was made past the plugin must not stand; null when it may.
 * @param input `before`: the realm's attributes as they were; the ports see them as they are to be
 */
export function policyObjection(
  { before }: { readonly before: Readonly<Record<string, string>> },
  ports: Ports,
): string | null {
  return requiredAfterCreationProblem(before, ports.poolAttributes())?.message ?? null;
}
