import { defineCommand } from 'citty';
import { policyGet } from './policy-get.ts';
import { policySet } from './policy-set.ts';

export const policy = defineCommand({
  meta: { name: 'policy', description: 'Shows or changes the MFA policy of a pool' },
  subCommands: { get: policyGet, set: policySet },
});
