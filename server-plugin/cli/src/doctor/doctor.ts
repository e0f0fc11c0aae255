import type { Pool } from '../connect.ts';
import { CHECKS } from './checks.ts';
import { type DoctorFacts, readDoctorFacts } from './doctor-facts.ts';
import type { Finding } from './finding.ts';
import type { PluginStatus } from './plugin-status.ts';

export interface DoctorReport {
  readonly realm: string;
  /** Whether no problem is open. Warnings do not count. */
  readonly healthy: boolean;
  readonly findings: readonly (Finding & { readonly check: string })[];
  /** Absent when the plugin did not answer. */
  readonly status?: PluginStatus;
}

/** Looks at a pool and its server, and changes nothing. */
export async function doctor(pool: Pool): Promise<DoctorReport> {
  return examine(await readDoctorFacts(pool));
}

export function examine(facts: DoctorFacts): DoctorReport {
  const findings = Object.entries(CHECKS).map(([check, judge]) => ({ check, ...judge(facts) }));
  return {
    realm: facts.realm.realm,
    healthy: findings.every(({ level }) => level !== 'problem'),
    findings,
    ...(facts.status.ok ? { status: facts.status.status } : {}),
  };
}

/** One line for each finding, and below it what mends it, a line for each command. */
export function formatReport({ findings }: DoctorReport): string {
  return findings
    .flatMap(({ level, check, message, remedies = [] }) => [
      `${level.padEnd(7)}  ${check.padEnd(18)}  ${message}`,
      ...remedies.map((remedy) => `${' '.repeat(29)}→ ${remedy}`),
    ])
    .join('\n');
}
