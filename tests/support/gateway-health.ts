import type { TestBed } from './test-bed.ts';

interface GatewayHealth {
  readonly id: string;
  readonly state: 'closed' | 'open' | 'half-open';
  readonly accepted: number;
  readonly delivered: number;
  readonly undelivered: number;
  readonly lastFailure?: string;
}

/** How a gateway does, as an administrator sees it. */
export async function gatewayHealth(bed: TestBed, id: string): Promise<GatewayHealth> {
  const { gateways } = (await bed.pool.askPlugin('/sms/gateways')) as { readonly gateways: readonly GatewayHealth[] };
  const found = gateways.find((gateway) => gateway.id === id);
  if (found === undefined) throw new Error(`no gateway ${id}`);
  return found;
}
