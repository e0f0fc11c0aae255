import { defineCommand } from 'citty';
import { factorReset } from './factor-reset.ts';

export const factor = defineCommand({
  meta: { name: 'factor', description: 'Administers the second factors of users' },
  subCommands: { reset: factorReset },
});
