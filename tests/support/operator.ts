import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { keycloakDistribution } from '@lifeguard/dev/keycloak';
import { provideJdk } from '@lifeguard/dev/prerequisites';
import type { TestBed } from './test-bed.ts';
import { testServer } from './test-server.ts';

const LIFEGUARD = join(import.meta.dirname, '../../server-plugin/cli/dist/lifeguard.mjs');

export interface CommandResult {
  readonly status: number;
  readonly output: string;
}

/** Runs the bundle as an operator does. */
export function lifeguard(bed: TestBed, ...args: readonly string[]): Promise<CommandResult> {
  return run(process.execPath, [LIFEGUARD, ...args], operatorEnv(bed));
}

/** Runs a command line as it was printed, in a shell that knows `lifeguard` and Keycloak's `kcadm.sh`. */
export async function runLine(bed: TestBed, line: string): Promise<CommandResult> {
  const log = console.error;
  const env = {
    ...operatorEnv(bed),
    JAVA_HOME: (await provideJdk({ log })).home,
    KCADM: join(await keycloakDistribution({ log }), 'bin/kcadm.sh'),
    NODE: process.execPath,
    LIFEGUARD,
  };
  const commands = [
    'lifeguard() { "$NODE" "$LIFEGUARD" "$@"; }',
    'kcadm.sh() { "$KCADM" "$@" --no-config --server "$LIFEGUARD_SERVER" --realm master --user "$LIFEGUARD_USER" --password "$LIFEGUARD_PASSWORD"; }',
    line,
  ];
  return run('bash', ['-c', commands.join('\n')], env);
}

function operatorEnv(bed: TestBed): NodeJS.ProcessEnv {
  const { admin } = testServer();
  return {
    ...process.env,
    LIFEGUARD_SERVER: bed.url,
    LIFEGUARD_REALM: bed.realm,
    LIFEGUARD_USER: admin.username,
    LIFEGUARD_PASSWORD: admin.password,
  };
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(command, args, { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}
