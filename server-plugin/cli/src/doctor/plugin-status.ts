import { NetworkError } from '@keycloak/keycloak-admin-client';
import type { Pool } from '../connect.ts';

/** What the plugin says about itself at `/admin/realms/{realm}/lifeguard/status`, as far as the doctor shows it. */
export interface PluginStatus {
  readonly version: string;
  readonly core: { readonly fingerprint: string };
  /** Calls of the core since the server's start; the times are absent before the first one. */
  readonly calls: {
    readonly count: number;
    readonly failures: number;
    readonly medianInMicros?: number | null;
    readonly p99InMicros?: number | null;
  };
  readonly smsSender: {
    readonly configured: boolean;
    /** In the order in which they are asked, as the node that answered sees them. */
    readonly gateways: readonly { readonly id: string; readonly state: 'closed' | 'open' | 'half-open' }[];
  };
  /** Absent of a plugin without the Cognito API. */
  readonly cognito?: {
    /** Whether SRP verifiers of the realm can be kept. */
    readonly srpKey: boolean;
  };
}

export type PluginStatusResult =
  | { readonly ok: true; readonly status: PluginStatus }
  | { readonly ok: false; readonly reason: string };

export async function readPluginStatus(pool: Pool): Promise<PluginStatusResult> {
  try {
    const status = await pool.askPlugin('/status');
    return isPluginStatus(status) ? { ok: true, status } : { ok: false, reason: 'its answer has an unknown form' };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { ok: false, reason: `it answered ${error.response.status}` };
  }
}

function isPluginStatus(value: unknown): value is PluginStatus {
  const { version, core, calls, smsSender } = (value ?? {}) as Partial<PluginStatus>;
  return (
    typeof version === 'string' &&
    typeof core?.fingerprint === 'string' &&
    typeof calls?.count === 'number' &&
    typeof calls.failures === 'number' &&
    typeof smsSender?.configured === 'boolean' &&
    Array.isArray(smsSender.gateways)
  );
}
